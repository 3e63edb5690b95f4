#pragma once

#include "core/data/orm/query_runner.h"
#include "core/net/message.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace roundtrip {

/// Answers an ORM from what the database has said so far, and notes what it asks next: statements
/// take simulated time, and an ORM's run does not wait.
class OrmRehearsal {
  public:
    /// An ORM's run is begun anew with each answer until it has no further question.
    template <class Run>
    auto run(Run&& rehearse) {
        next_ = 0;
        asked_.reset();
        return rehearse([this](const std::string& sql,
                               const nlohmann::json& values) -> tl::expected<QueryResult, Error> {
            if (next_ < answers_.size()) {
                return answers_[next_++];
            }
            asked_ = SqlCommand{sql, values};
            return tl::unexpected(Error{"not-yet", {}, {}});
        });
    }
    /// Nothing once the run has come to its end.
    [[nodiscard]] const std::optional<SqlCommand>& asked() const { return asked_; }
    void answer(SqlReply reply) {
        QueryResult result;
        result.rows = std::move(reply.rows);
        result.changedRows = reply.changedRows;
        answers_.push_back(std::move(result));
    }

  private:
    std::vector<QueryResult> answers_;
    std::size_t next_ = 0;
    std::optional<SqlCommand> asked_;
};

} // namespace roundtrip
