#pragma once

#include "core/nodes/app_server/routes.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// How one framework's language says what a handler does.
class ServerWords {
  public:
    ServerWords(Framework framework, const Route& route);

    [[nodiscard]] Framework framework() const { return framework_; }
    [[nodiscard]] bool isPython() const;
    [[nodiscard]] int indent() const { return isPython() ? 4 : 2; }

    /// What stands before and behind the handler's lines: the route, the function's head and end.
    [[nodiscard]] std::vector<std::string> head() const;
    [[nodiscard]] std::vector<std::string> foot() const;
    /// How far the handler's lines stand in.
    [[nodiscard]] int bodyDepth() const;

    /// `isNew`: the name has not been used before.
    [[nodiscard]] std::string assign(const std::string& name, const std::string& code,
                                     bool isNew) const;
    /// `arguments` is code.
    [[nodiscard]] std::string call(const std::string& function, const std::string& arguments) const;
    /// A text with `{name}`s as a text of the language with values in it.
    [[nodiscard]] std::string filled(std::string_view text) const;
    [[nodiscard]] std::string ifMissing(const std::string& name) const;
    [[nodiscard]] std::string ifHolds(const std::string& condition) const;
    [[nodiscard]] std::string_view ifNot() const;
    [[nodiscard]] std::string forEach(const std::string& name, const std::string& rows) const;
    [[nodiscard]] std::string repeat(const std::string& name, int times) const;
    [[nodiscard]] std::string beginTransaction() const;
    [[nodiscard]] std::string_view transactionEnd() const;
    [[nodiscard]] std::string_view blockEnd() const;
    [[nodiscard]] std::string query(const std::string& sql, bool isPasted) const;
    [[nodiscard]] std::string answer(const std::string& name, int status) const;
    [[nodiscard]] std::string render(const std::string& templateName,
                                     const std::set<std::string>& values) const;
    /// Blocks that every language writes as the call of a function.
    [[nodiscard]] std::string other(const HandlerBlock& block) const;
    /// Whether such a block finds something that later ones use.
    [[nodiscard]] static bool finds(HandlerBlock::Kind kind);
    /// The end of a line that is a statement of its own.
    [[nodiscard]] std::string statement(const std::string& code) const;
    [[nodiscard]] std::string awaited(const std::string& code) const;

  private:
    /// A parameter of the path, or a field of what was sent.
    [[nodiscard]] std::string value(std::string_view name) const;
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::string functionName() const;
    [[nodiscard]] std::string quoted(std::string_view text) const;
    [[nodiscard]] std::vector<std::string> guards() const;
    [[nodiscard]] std::vector<std::string> headInPython() const;
    [[nodiscard]] std::string methodsOf(bool isLower) const;

    struct Piece {
        std::string text;      ///< between parameters
        std::string parameter; ///< behind it; empty at the end
        std::string type;      ///< "int", "str" ...
    };
    Framework framework_;
    const Route& route_;
    std::vector<Piece> pieces_;
};

} // namespace roundtrip
