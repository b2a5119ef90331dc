#include "normalize/ProfileNames.h"

#include <array>

#include "base/EnumTable.h"

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
    NamedValue<NormalizationMethod>{NormalizationMethod::StainGan, "staingan", QT_TRANSLATE_NOOP("ProfileName", "StainGAN")},
    NamedValue<NormalizationMethod>{NormalizationMethod::Reinhard, "reinhard", QT_TRANSLATE_NOOP("ProfileName", "Reinhard")},
    NamedValue<NormalizationMethod>{NormalizationMethod::Ruifrok, "ruifrok", QT_TRANSLATE_NOOP("ProfileName", "Ruifrok & Johnston")},
    NamedValue<NormalizationMethod>{NormalizationMethod::Macenko, "macenko", QT_TRANSLATE_NOOP("ProfileName", "Macenko")},
    NamedValue<NormalizationMethod>{NormalizationMethod::Vahadane, "vahadane", QT_TRANSLATE_NOOP("ProfileName", "Vahadane")},
    NamedValue<NormalizationMethod>{NormalizationMethod::Khan, "khan", QT_TRANSLATE_NOOP("ProfileName", "Khan")},
};

constexpr std::array kFitMasks = {
    NamedValue<FitMask>{FitMask::Published, "published", QT_TRANSLATE_NOOP("ProfileName", "As published")},
    NamedValue<FitMask>{FitMask::Tissue, "tissue", QT_TRANSLATE_NOOP("ProfileName", "Tissue only")},
};

constexpr std::array kWhiteTreatments = {
    NamedValue<WhiteTreatment>{WhiteTreatment::Mapped, "mapped", QT_TRANSLATE_NOOP("ProfileName", "Normalized like tissue")},
    NamedValue<WhiteTreatment>{WhiteTreatment::Kept, "kept", QT_TRANSLATE_NOOP("ProfileName", "Left unchanged")},
};

constexpr std::array kNormalizerForms = {
    NamedValue<NormalizerForm>{NormalizerForm::Profile, "profile", QT_TRANSLATE_NOOP("ProfileName", "As the profile says")},
    NamedValue<NormalizerForm>{NormalizerForm::Published, "published", QT_TRANSLATE_NOOP("ProfileName", "As published")},
};

constexpr std::array kFitWarnings = {
    NamedValue<FitWarning>{FitWarning::NoTissue, "no-tissue",
                           QT_TRANSLATE_NOOP("ProfileName", "No tissue was found, so there is nothing to fit the method to.")},
    NamedValue<FitWarning>{FitWarning::NoColor, "no-color",
                           QT_TRANSLATE_NOOP("ProfileName", "The picture is gray, so there are no stains to find.")},
    NamedValue<FitWarning>{FitWarning::OneStain, "one-stain",
                           QT_TRANSLATE_NOOP("ProfileName", "Only one stain could be told; the published H&E stains stand in for this slide's.")},
    NamedValue<FitWarning>{FitWarning::NoStains, "no-stains",
                           QT_TRANSLATE_NOOP("ProfileName", "No hematoxylin and eosin were found, so there is nothing to fit the method to.")},
    NamedValue<FitWarning>{FitWarning::UnlikelyStains, "unlikely-stains",
                           QT_TRANSLATE_NOOP("ProfileName", "The stains found here do not look like hematoxylin and eosin. Compare with the source before you rely on the colors.")},
    NamedValue<FitWarning>{FitWarning::OtherStain, "other-stain",
                           QT_TRANSLATE_NOOP("ProfileName", "The stain profile is for another stain than this slide's.")},
    NamedValue<FitWarning>{FitWarning::OtherPixelSize, "other-pixel-size",
                           QT_TRANSLATE_NOOP("ProfileName", "The pixel size of this slide differs from that of the images the stain profile was made from.")},
    NamedValue<FitWarning>{FitWarning::UnknownPixelSize, "unknown-pixel-size",
                           QT_TRANSLATE_NOOP("ProfileName", "The pixel size of the slide or of the network's training images is not known; the network runs on the slide's own pixels.")},
};

static_assert(inEnumOrder(kStains, &decltype(kStains)::value_type::value, Stain::Papanicolaou));
static_assert(inEnumOrder(kMethods, &decltype(kMethods)::value_type::value, NormalizationMethod::Khan));
static_assert(inEnumOrder(kFitMasks, &decltype(kFitMasks)::value_type::value, FitMask::Tissue));
static_assert(inEnumOrder(kWhiteTreatments, &decltype(kWhiteTreatments)::value_type::value, WhiteTreatment::Kept));
static_assert(inEnumOrder(kNormalizerForms, &decltype(kNormalizerForms)::value_type::value, NormalizerForm::Published));
static_assert(inEnumOrder(kFitWarnings, &decltype(kFitWarnings)::value_type::value, FitWarning::UnknownPixelSize));

}

std::span<const NamedValue<Stain>> stains()
{
    return kStains;
}

std::span<const NamedValue<NormalizationMethod>> normalizationMethods()
{
    return kMethods;
}

std::span<const NamedValue<FitMask>> fitMasks()
{
    return kFitMasks;
}

std::span<const NamedValue<WhiteTreatment>> whiteTreatments()
{
    return kWhiteTreatments;
}

std::span<const NamedValue<NormalizerForm>> normalizerForms()
{
    return kNormalizerForms;
}

std::span<const NamedValue<FitWarning>> fitWarnings()
{
    return kFitWarnings;
}

}
