#include "normalize/ProfileNames.h"

#include <array>

// lupdate finds the names by this macro; nothing of Qt is used.
#define QT_TRANSLATE_NOOP(context, text) text

namespace isostain {

namespace {

constexpr std::array kStains = {
    NamedValue<Stain>{Stain::Unknown, "unknown", QT_TRANSLATE_NOOP("ProfileName", "Any stain")},
    NamedValue<Stain>{Stain::HematoxylinEosin, "he", QT_TRANSLATE_NOOP("ProfileName", "H&E")},
    NamedValue<Stain>{Stain::Papanicolaou, "pap", QT_TRANSLATE_NOOP("ProfileName", "Papanicolaou")},
};

constexpr std::array kMethods = {
    NamedValue<NormalizationMethod>{NormalizationMethod::StainNet, "stainnet", QT_TRANSLATE_NOOP("ProfileName", "StainNet")},
};

/// Rows stand in the order of the enum, so that a value is its own index.
template <typename Rows>
constexpr bool inEnumOrder(const Rows& rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].value) != i)
            return false;
    return true;
}
static_assert(inEnumOrder(kStains) && kStains.back().value == Stain::Papanicolaou);
static_assert(inEnumOrder(kMethods) && kMethods.back().value == NormalizationMethod::StainNet);

}

std::span<const NamedValue<Stain>> stains()
{
    return kStains;
}

std::span<const NamedValue<NormalizationMethod>> normalizationMethods()
{
    return kMethods;
}

const NamedValue<Stain>& named(Stain stain)
{
    return kStains[static_cast<std::size_t>(stain)];
}

const NamedValue<NormalizationMethod>& named(NormalizationMethod method)
{
    return kMethods[static_cast<std::size_t>(method)];
}

}
