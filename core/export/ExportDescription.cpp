#include "export/ExportDescription.h"

#include <algorithm>
#include <charconv>

#include "base/Version.h"
#include "normalize/ProfileNames.h"

namespace isostain {

namespace {

/// The shortest text that reads back as the same number, whatever the locale.
std::string numberText(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return std::string(text, end);
}

class Lines {
public:
    void add(const char* key, std::string value)
    {
        // A value ends with its line.
        std::replace_if(value.begin(), value.end(), [](unsigned char c) { return c < 0x20; }, ' ');
        if (!value.empty())
            m_text += std::string(m_text.empty() ? "" : "\n") + "isostain." + key + "=" + value;
    }
    void add(const char* key, const std::optional<double>& value)
    {
        if (value)
            add(key, numberText(*value));
    }
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

}

std::string exportDescription(const SlideInfo& slide, const Normalizer& normalizer, const ExportOptions& options)
{
    const StainProfile& profile = normalizer.profile;
    Lines lines;
    lines.add("version", std::string(kVersion));
    lines.add("method", std::string(named(profile.method).key));
    lines.add("profile", profile.name);
    lines.add("profile-sha256", recipeSha256(profile));
    lines.add("form", std::string(named(normalizer.form).key));
    lines.add("out-of-gamut-share", normalizer.outOfGamutShare);
    lines.add("objective-power", slide.objectivePower);
    lines.add("mpp-x", slide.mppX);
    lines.add("mpp-y", slide.mppY);
    if (options.compression == TiffCompression::Jpeg)
        lines.add("jpeg-quality", std::to_string(options.quality));
    if (slide.demo) {
        lines.add("demo.stain", slide.demo->stain);
        lines.add("demo.scanner", slide.demo->scanner);
    }
    return lines.text();
}

}
