#include "export/ExportFacts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <string>
#include <string_view>

#include "base/Version.h"
#include "export/ExportNames.h"
#include "export/IccProfile.h"
#include "export/NumberText.h"
#include "normalize/ProfileNames.h"
#include "slide/DicomSlide.h"
#include "slide/SlideMetadata.h"

namespace isostain {

namespace {

std::string compressionText(const TileFormat& tiles)
{
    SourceCompression written;
    written.name = compressions()[static_cast<std::size_t>(tiles.compression)].key;
    if (tiles.compression == TiffCompression::Jpeg) {
        written.quality = tiles.quality;
        written.subsampling = tiles.subsampling;
    }
    return written.text();
}

std::optional<double> scaled(const std::optional<double>& value, double factor)
{
    return value ? std::optional(*value * factor) : std::nullopt;
}

}

namespace {

std::string propertyOf(const SlideInfo& slide, std::string_view name)
{
    const auto found = std::find_if(slide.properties.begin(), slide.properties.end(),
                                    [name](const auto& property) { return property.first == name; });
    return found == slide.properties.end() ? std::string() : found->second;
}

std::vector<std::string> valuesOf(const std::string& text)
{
    std::vector<std::string> values;
    std::istringstream stream(text);
    for (std::string value; std::getline(stream, value, '\\');)
        values.push_back(value);
    return values;
}

/// Methods that DICOM defines; a source may say anything.
constexpr std::array<std::string_view, 5> kLossyMethods = {"ISO_10918_1", "ISO_14495_1", "ISO_15444_1", "ISO_15444_2",
                                                           "ISO_13818_2"};

/// What a DICOM source says of its history, where it makes sense.
std::vector<LossyStep> lossOfDicom(const SlideInfo& slide)
{
    const auto methods = valuesOf(propertyOf(slide, "dicom.LossyImageCompressionMethod"));
    const auto ratios = valuesOf(propertyOf(slide, "dicom.LossyImageCompressionRatio"));
    std::vector<LossyStep> steps;
    for (std::size_t i = 0; i < std::min(methods.size(), ratios.size()); ++i) {
        const auto ratio = parseNumber(ratios[i]);
        if (std::find(kLossyMethods.begin(), kLossyMethods.end(), methods[i]) != kLossyMethods.end() && ratio && *ratio > 0)
            steps.push_back({methods[i], *ratio});
    }
    return steps;
}

std::vector<LossyStep> lossOfTiff(const SourceCompression& compression)
{
    if (compression.name == "jpeg" && compression.ratio)
        return {{"ISO_10918_1", *compression.ratio}};
    if (compression.name == "jpeg2000" && compression.ratio)
        return {{"ISO_15444_1", *compression.ratio}};
    return {};
}

}

ExportMetadata exportMetadata(const SlideInfo& slide, const std::optional<SourceTiff>& source, const Normalizer& normalizer,
                              const ExportOptions& options, const TileFormat& tiles, int halvings)
{
    const StainProfile& profile = normalizer.profile;
    const double reduction = std::ldexp(1.0, halvings);
    ExportMetadata metadata;
    metadata.mppX = scaled(slide.mppX, reduction);
    metadata.mppY = scaled(slide.mppY, reduction);
    metadata.objectivePower = scaled(slide.objectivePower, 1 / reduction);
    metadata.iccProfile = colorimetricProfile(source ? source->iccProfile : dicomColorProfile(slide.path));
    metadata.sourceLoss = source ? lossOfTiff(source->compression) : lossOfDicom(slide);

    auto& facts = metadata.facts;
    facts.emplace_back("version", kVersion);
    facts.emplace_back("format", exportFormats()[static_cast<std::size_t>(options.format)].key);
    facts.emplace_back("method", named(profile.method).key);
    facts.emplace_back("profile", profile.name);
    facts.emplace_back("profile-sha256", recipeSha256(profile));
    facts.emplace_back("form", named(normalizer.form).key);
    if (normalizer.outOfGamutShare)
        facts.emplace_back("out-of-gamut-share", numberText(*normalizer.outOfGamutShare));
    facts.emplace_back("source-compression", source ? source->compression.text() : std::string());
    facts.emplace_back("compression", compressionText(tiles));
    if (halvings > 0)
        facts.emplace_back("reduction", numberText(reduction));
    if (options.sourceName == SourceName::Kept)
        facts.emplace_back("source-name", slide.path.filename().string());
    if (slide.demo) {
        facts.emplace_back("demo.stain", slide.demo->stain);
        facts.emplace_back("demo.scanner", slide.demo->scanner);
    }
    return metadata;
}

}
