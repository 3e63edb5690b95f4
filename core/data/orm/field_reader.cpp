#include "core/data/orm/field_reader.h"

#include "core/data/orm/value.h"
#include "core/data/orm/words.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <vector>

namespace roundtrip::orm {

bool isName(std::string_view name) {
    const auto isLetter = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    };
    const auto isAllowed = [&](char letter) {
        return isLetter(letter) || letter == '_' || (letter >= '0' && letter <= '9');
    };
    return !name.empty() && isLetter(name.front()) && name.back() != '_' &&
           std::ranges::all_of(name, isAllowed) && name.find("__") == std::string_view::npos;
}

void checkName(JsonObject& object, const std::string& name, std::set<std::string>& taken) {
    if (name.empty()) {
        return;
    }
    if (!isName(name) || name == "pk") {
        object.report("orm-bad-name", {name}, "name");
    } else if (!taken.insert(lowered(name)).second) {
        object.report("orm-duplicate-name", {name}, "name");
    }
}

namespace {

using Json = nlohmann::json;

FieldType next(FieldType type) {
    return static_cast<FieldType>(static_cast<int>(type) + 1);
}

class FieldReader {
  public:
    FieldReader(const JsonObject::Element& element, Problems& problems)
        : object_(*element.json, element.pointer, problems) {}

    Field read(std::set<std::string>& taken) {
        field_.name = object_.requiredText("name");
        checkName(object_, field_.name, taken);
        object_.require("type");
        std::vector<std::string_view> types;
        for (auto type = FieldType::integer; type <= FieldType::manyToMany; type = next(type)) {
            types.push_back(nameOf(type));
        }
        field_.type = static_cast<FieldType>(object_.choice("type", types, 0));
        allowMembers();
        readNumbers();
        field_.unique = object_.boolean("unique", false);
        field_.index = object_.boolean("index", false);
        field_.null = object_.boolean("null", false);
        if (field_.isRelation()) {
            readRelation();
        }
        readDefault();
        return field_;
    }

  private:
    void allowMembers() {
        std::vector<std::string_view> known{"name", "type"};
        const auto allow = [&](std::initializer_list<std::string_view> names) {
            known.insert(known.end(), names);
        };
        if (field_.hasColumn()) {
            allow({"null", "unique", "index", "default"});
        }
        if (field_.isRelation()) {
            allow({"to", "related_name"});
        }
        if (field_.isRelation() && field_.hasColumn()) {
            allow({"on_delete"});
        }
        if (field_.type == FieldType::text) {
            allow({"max_length"});
        }
        if (field_.type == FieldType::decimal) {
            allow({"max_digits", "decimal_places"});
        }
        object_.allowOnly(known);
    }
    void readNumbers() {
        if (field_.type == FieldType::text) {
            field_.maxLength = static_cast<int>(object_.integer("max_length", 0, 1, 1'000'000));
        }
        if (field_.type == FieldType::decimal) {
            field_.maxDigits = static_cast<int>(object_.integer("max_digits", 10, 1, 15));
            field_.decimalPlaces =
                static_cast<int>(object_.integer("decimal_places", 2, 0, field_.maxDigits));
        }
    }
    void readRelation() {
        field_.target = object_.requiredText("to");
        field_.relatedName = object_.text("related_name");
        if (!field_.relatedName.empty() && !isName(field_.relatedName)) {
            object_.report("orm-bad-name", {field_.relatedName}, "related_name");
        }
        const std::vector<std::string_view> choices(kOnDelete.begin(), kOnDelete.end());
        field_.onDelete = static_cast<OnDelete>(object_.choice("on_delete", choices, 0));
        if (field_.onDelete == OnDelete::setNull && !field_.null) {
            object_.report("orm-set-null", {field_.name}, "on_delete");
        }
    }
    void readDefault() {
        const Json* value = object_.find("default");
        if (value == nullptr || !field_.hasColumn()) {
            return;
        }
        const auto prepared = prepareValue(field_, *value);
        if (!prepared || (value->is_null() && !field_.null)) {
            object_.report("orm-bad-default", {field_.name, value->dump()}, "default");
        } else {
            field_.defaultValue = *prepared;
        }
    }

    JsonObject object_;
    Field field_;
};

} // namespace

Field readField(const JsonObject::Element& element, std::set<std::string>& taken,
                Problems& problems) {
    return FieldReader(element, problems).read(taken);
}

} // namespace roundtrip::orm
