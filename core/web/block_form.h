#pragma once

#include "core/kernel/parameter.h"
#include "core/web/handler_block.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

enum class BlockCategory { control, answer, data, cache, signIn, tasks, network };

/// A member of a block that is a list of blocks itself.
struct BlockBranch {
    std::string name;       ///< as in files; permanent
    const char* title = ""; ///< what stands above the blocks: "On a miss"
    bool isRequired = false;
};

/// All that the program knows of one kind of handler block: the reader takes from here which
/// members there are, an editor its forms. Texts are English, marked for translation under
/// "blocks", those of members under "parameters".
struct BlockForm {
    HandlerBlock::Kind kind = HandlerBlock::Kind::respond;
    std::string name; ///< as in files, the member "do"; permanent
    const char* title = "";
    const char* help = "";
    BlockCategory category = BlockCategory::control;
    std::vector<Parameter> members = {};
    std::vector<BlockBranch> branches = {};

    [[nodiscard]] const Parameter* findMember(std::string_view wanted) const;
};

/// Every kind, in the order of a menu: by category, the usual ones first.
[[nodiscard]] std::span<const BlockForm> blockForms();
/// Null when there is none of that name.
[[nodiscard]] const BlockForm* findBlockForm(std::string_view name);
[[nodiscard]] const BlockForm& formOf(HandlerBlock::Kind kind);

/// Marked for translation under "blocks".
[[nodiscard]] const char* titleOf(BlockCategory category);

/// A block of that kind with what it cannot do without, each with the value of its form.
[[nodiscard]] nlohmann::json newBlock(const BlockForm& form);

} // namespace roundtrip
