#include <array>

#include "base/EnumTable.h"
#include "nn/PickleMachine.h"

namespace isostain::pickle {

namespace {

struct GlobalName {
    std::string_view module;
    std::string_view name;
    Global global;
};

constexpr std::array kGlobals = {
    GlobalName{"collections", "OrderedDict", Global::OrderedDict},
    GlobalName{"torch._utils", "_rebuild_tensor_v2", Global::RebuildTensor},
    GlobalName{"torch._utils", "_rebuild_parameter", Global::RebuildParameter},
    GlobalName{"torch", "HalfStorage", Global::HalfStorage},
    GlobalName{"torch", "BFloat16Storage", Global::BFloat16Storage},
    GlobalName{"torch", "FloatStorage", Global::FloatStorage},
    GlobalName{"torch", "DoubleStorage", Global::DoubleStorage},
    GlobalName{"torch", "BoolStorage", Global::BoolStorage},
    GlobalName{"torch", "ByteStorage", Global::ByteStorage},
    GlobalName{"torch", "CharStorage", Global::CharStorage},
    GlobalName{"torch", "ShortStorage", Global::ShortStorage},
    GlobalName{"torch", "IntStorage", Global::IntStorage},
    GlobalName{"torch", "LongStorage", Global::LongStorage},
};

static_assert(inEnumOrder(kGlobals, &GlobalName::global, Global::LongStorage), "one row per Global, in its order");

}

std::optional<Global> findGlobal(std::string_view module, std::string_view name)
{
    for (const GlobalName& row : kGlobals)
        if (row.module == module && row.name == name)
            return row.global;
    return std::nullopt;
}

std::string pythonName(Global global)
{
    const GlobalName& row = kGlobals[static_cast<std::size_t>(global)];
    return std::string(row.module) + "." + std::string(row.name);
}

}
