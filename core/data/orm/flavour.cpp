#include "core/data/orm/flavour.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace roundtrip::orm {

namespace {

bool belongsToName(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' ||
           (letter >= '0' && letter <= '9');
}

class Translation {
  public:
    Translation(Flavour flavour, std::string_view sql) : flavour_(flavour), sql_(sql) {}

    std::string text() {
        while (at_ < sql_.size()) {
            const char letter = sql_[at_++];
            if (letter == '\'') {
                isText_ = !isText_;
            }
            if (isText_) {
                shown_ += textLetter(letter);
            } else if (letter == ':' && at_ < sql_.size() && belongsToName(sql_[at_])) {
                shown_ += placeholder();
            } else if (letter == '"' && flavour_ == Flavour::mysql) {
                shown_ += '`';
            } else {
                shown_ +=
                    flavour_ == Flavour::mysql && letter == '%' ? "%%" : std::string(1, letter);
            }
        }
        return std::move(shown_);
    }

  private:
    [[nodiscard]] std::string textLetter(char letter) const {
        const bool isDoubled = flavour_ == Flavour::mysql && (letter == '\\' || letter == '%');
        return std::string(isDoubled ? 2 : 1, letter);
    }
    std::string placeholder() {
        const std::size_t start = at_;
        while (at_ < sql_.size() && belongsToName(sql_[at_])) {
            ++at_;
        }
        const std::string name(sql_.substr(start, at_ - start));
        if (flavour_ != Flavour::postgresql) {
            return flavour_ == Flavour::mysql ? "%s" : "?";
        }
        const auto found = std::ranges::find(names_, name);
        const auto number = found - names_.begin() + 1;
        if (found == names_.end()) {
            names_.push_back(name);
        }
        return fmt::format("${}", number);
    }

    Flavour flavour_;
    std::string_view sql_;
    std::size_t at_ = 0;
    bool isText_ = false;
    std::string shown_;
    std::vector<std::string> names_;
};

} // namespace

std::string shownFor(Flavour flavour, std::string_view sql) {
    return Translation(flavour, sql).text();
}

} // namespace roundtrip::orm
