#include "core/web/template_expression.h"

#include <algorithm>
#include <array>

namespace roundtrip {

namespace {

using Operator = TemplateCondition::Operator;

constexpr int kDeepest = 60;

struct Word {
    std::string_view text;
    const struct Form* form = nullptr; ///< null for a value
};

/// How tightly each operator binds, as in smartif.py.
struct Form {
    std::string_view text;
    Operator op;
    int binding;
};
constexpr std::array<Form, 13> kForms{{
    {"or", Operator::disjunction, 6},
    {"and", Operator::conjunction, 7},
    {"not", Operator::negation, 8},
    {"in", Operator::in, 9},
    {"not in", Operator::notIn, 9},
    {"is", Operator::is, 10},
    {"is not", Operator::isNot, 10},
    {"==", Operator::equal, 10},
    {"!=", Operator::unequal, 10},
    {">", Operator::greater, 10},
    {">=", Operator::greaterOrEqual, 10},
    {"<", Operator::less, 10},
    {"<=", Operator::lessOrEqual, 10},
}};

const Form* findForm(std::string_view text) {
    const auto* found = std::ranges::find(kForms, text, &Form::text);
    return found == kForms.end() ? nullptr : found;
}

/// A Pratt parser over the words.
class ConditionReader {
  public:
    explicit ConditionReader(const std::vector<std::string_view>& words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool two = i + 1 < words.size() && ((words[i] == "not" && words[i + 1] == "in") ||
                                                      (words[i] == "is" && words[i + 1] == "not"));
            if (two)
                words_.push_back({words[i], findForm(words[i] == "is" ? "is not" : "not in")});
            else
                words_.push_back({words[i], findForm(words[i])});
            i += two ? 1 : 0;
        }
    }

    tl::expected<TemplateCondition, Error> read() {
        auto condition = expression(0, 0);
        if (condition && at_ < words_.size())
            return failed(words_[at_].text);
        return condition;
    }

  private:
    static tl::unexpected<Error> failed(std::string_view word) {
        return tl::unexpected(Error{"template-bad-if", {std::string(word)}, {}});
    }

    tl::expected<TemplateCondition, Error> expression(int binding, int depth) {
        auto left = prefix(depth);
        while (left && at_ < words_.size()) {
            const Form* form = words_[at_].form;
            if (form == nullptr || form->binding <= binding)
                break;
            if (form->op == Operator::negation)
                return failed(words_[at_].text);
            ++at_;
            auto right = expression(form->binding, depth + 1);
            if (!right)
                return right;
            TemplateCondition both;
            both.op = form->op;
            both.operands.push_back(std::move(*left));
            both.operands.push_back(std::move(*right));
            left = std::move(both);
        }
        return left;
    }

    tl::expected<TemplateCondition, Error> prefix(int depth) {
        if (at_ >= words_.size() || depth > kDeepest)
            return failed("");
        const Word word = words_[at_++];
        TemplateCondition condition;
        if (word.form == nullptr) {
            auto value = parseTemplateExpression(word.text);
            if (!value)
                return tl::unexpected(value.error());
            condition.expression = std::move(*value);
            return condition;
        }
        if (word.form->op != Operator::negation)
            return failed(word.text);
        auto operand = expression(word.form->binding, depth + 1);
        if (!operand)
            return operand;
        condition.op = Operator::negation;
        condition.operands.push_back(std::move(*operand));
        return condition;
    }

    std::vector<Word> words_;
    std::size_t at_ = 0;
};

} // namespace

tl::expected<TemplateCondition, Error>
parseTemplateCondition(const std::vector<std::string_view>& words) {
    return ConditionReader(words).read();
}

} // namespace roundtrip
