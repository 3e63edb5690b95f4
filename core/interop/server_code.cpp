#include "core/interop/server_code.h"

#include "core/data/orm/other_orms.h"
#include "core/interop/server_words.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace roundtrip {

namespace {

using Kind = HandlerBlock::Kind;

/// Writes a handler's blocks, one after another, in the words of one language.
class HandlerWriter {
  public:
    HandlerWriter(const ServerWords& words, const orm::Schema* schema)
        : words_(words), schema_(schema) {}

    void write(const std::vector<HandlerBlock>& handler, int depth) {
        for (const HandlerBlock& block : handler) {
            writeBlock(block, depth);
        }
    }
    void line(int depth, std::string_view text) {
        const int width = words_.indent();
        code_ += fmt::format("{:{}}{}\n", "", depth * width, text);
    }
    [[nodiscard]] std::string code() && { return std::move(code_); }

  private:
    void writeBlock(const HandlerBlock& block, int depth) {
        const std::string name = block.name.empty() ? "result" : block.name;
        switch (block.kind) {
        case Kind::cacheGet:
            line(depth, assigned(name, words_.call("cache.get", words_.filled(block.key))));
            line(depth, words_.ifMissing(name));
            write(block.otherwise, depth + 1);
            close(depth, words_.blockEnd());
            return;
        case Kind::transaction:
            line(depth, words_.beginTransaction());
            write(block.inside, depth + 1);
            close(depth, words_.transactionEnd());
            return;
        case Kind::when:
        case Kind::forEach:
        case Kind::repeat:
            writeSteering(block, depth);
            return;
        case Kind::query:
            line(depth, assigned(name, words_.query(block.sql, block.isPasted)));
            return;
        case Kind::orm:
            line(depth, assigned(name, expression(block)));
            return;
        case Kind::respond:
            line(depth, words_.answer(name, block.status));
            return;
        case Kind::render:
            line(depth, words_.render(block.templateName, known_));
            return;
        default:
            line(depth, ServerWords::finds(block.kind) ? assigned(name, words_.other(block))
                                                       : words_.statement(words_.other(block)));
            return;
        }
    }

    /// A branch or a loop with the blocks that it steers.
    void writeSteering(const HandlerBlock& block, int depth) {
        if (block.kind == Kind::when) {
            line(depth, words_.ifHolds(block.condition.text()));
        } else if (block.kind == Kind::forEach) {
            line(depth, words_.forEach(block.name, block.rows));
        } else {
            line(depth, words_.repeat(block.name, block.times));
        }
        write(block.inside, depth + 1);
        if (block.inside.empty() && words_.isPython()) {
            line(depth + 1, "pass");
        }
        if (!block.otherwise.empty()) {
            line(depth, words_.ifNot());
            write(block.otherwise, depth + 1);
        }
        close(depth, words_.blockEnd());
    }

    std::string assigned(const std::string& name, const std::string& code) {
        return words_.assign(name, code, known_.insert(name).second);
    }

    void close(int depth, std::string_view end) {
        if (!end.empty()) {
            line(depth, end);
        }
    }

    [[nodiscard]] std::string expression(const HandlerBlock& block) const {
        const auto query = orm::parseQuery(block.expression);
        if (schema_ == nullptr || !query) {
            return block.expression;
        }
        const auto written = words_.framework() == Framework::rails ? orm::asRails(*schema_, *query)
                             : words_.framework() == Framework::express
                                 ? orm::asPrisma(*schema_, *query)
                             : words_.framework() == Framework::flask
                                 ? orm::asSqlAlchemy(*schema_, *query)
                                 : tl::expected<std::string, Error>(block.expression);
        return words_.awaited(written.value_or(block.expression));
    }

    const ServerWords& words_;
    const orm::Schema* schema_;
    std::set<std::string> known_; ///< names that have been given a value
    std::string code_;
};

} // namespace

std::string serverCode(Framework framework, const Route& route, const orm::Schema* schema) {
    const ServerWords words(framework, route);
    HandlerWriter writer(words, schema);
    for (const std::string& text : words.head()) {
        writer.line(0, text);
    }
    writer.write(route.handler, words.bodyDepth());
    const bool answers = std::ranges::any_of(route.handler, [](const HandlerBlock& block) {
        return block.kind == Kind::respond || block.kind == Kind::render;
    });
    if (!answers) {
        writer.line(words.bodyDepth(), words.answer("result", 200));
    }
    for (const std::string& text : words.foot()) {
        writer.line(0, text);
    }
    return std::move(writer).code();
}

} // namespace roundtrip
