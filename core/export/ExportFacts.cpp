#include "export/ExportFacts.h"

#include <cmath>
#include <string>

#include "base/Version.h"
#include "export/ExportNames.h"
#include "export/IccProfile.h"
#include "export/NumberText.h"
#include "normalize/ProfileNames.h"

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

ExportMetadata exportMetadata(const SlideInfo& slide, const std::optional<SourceTiff>& source, const Normalizer& normalizer,
                              const ExportOptions& options, const TileFormat& tiles, int halvings)
{
    const StainProfile& profile = normalizer.profile;
    const double reduction = std::ldexp(1.0, halvings);
    ExportMetadata metadata;
    metadata.mppX = scaled(slide.mppX, reduction);
    metadata.mppY = scaled(slide.mppY, reduction);
    metadata.objectivePower = scaled(slide.objectivePower, 1 / reduction);
    if (source)
        metadata.iccProfile = colorimetricProfile(source->iccProfile);

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
