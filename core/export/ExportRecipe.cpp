#include "export/ExportRecipe.h"

#include <span>
#include <string_view>

#include "base/Sha256.h"
#include "base/Version.h"
#include "export/ExportNames.h"
#include "export/NumberText.h"
#include "normalize/ProfileNames.h"

namespace isostain {

std::string exportRecipe(const StainProfile& profile, NormalizerForm form, const ExportOptions& options)
{
    const auto key = [](const auto& rows, auto value) { return std::string(rows[static_cast<std::size_t>(value)].key); };
    std::string text = std::string(kVersion) + "\n" + toJson(profile) + "\n" + std::string(named(form).key) + "\n";
    text += key(exportFormats(), options.format) + " " + key(compressions(), options.compression) + " " + std::to_string(options.tileSize);
    if (options.compression == TiffCompression::Jpeg)
        text += " " + std::to_string(options.quality) + " " + key(subsamplings(), options.subsampling);
    const PixelRect& region = options.area.region;
    text += " area " + std::to_string(static_cast<int>(options.area.kind));
    if (options.area.kind == ExportArea::Kind::Region)
        for (const std::int64_t value : {region.x, region.y, region.width, region.height})
            text += " " + std::to_string(value);
    for (const auto& value : {options.scale.power, options.scale.mpp})
        text += " scale " + (value ? numberText(*value) : "source");
    if (options.scale.halvings > 0)
        text += " halvings " + std::to_string(options.scale.halvings);
    if (options.sourceName == SourceName::Kept)
        text += " names kept";
    if (options.sourceLabel == SourceLabel::Kept)
        text += " label kept";
    return sha256Hex(std::as_bytes(std::span(text)));
}

}
