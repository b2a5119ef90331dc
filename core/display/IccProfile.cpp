#include "display/IccProfile.h"

#include <cstring>
#include <utility>

#include "display/Lcms.h"

namespace isostain {

namespace {

/// What makes a profile unusable, in words; empty for nothing.
std::string objection(const lcms::Profile& profile, IccRole role)
{
    if (cmsGetColorSpace(profile.get()) != cmsSigRgbData)
        return "it is not about RGB colors";
    const cmsProfileClassSignature kind = cmsGetDeviceClass(profile.get());
    const bool isFitting = kind == cmsSigDisplayClass || kind == cmsSigColorSpaceClass ||
                           (kind == cmsSigInputClass && role == IccRole::Slide);
    if (!isFitting)
        return role == IccRole::Slide ? "it is not the profile of a scanner or of a color space"
                                      : "it is not the profile of a screen";
    const lcms::Profile other(cmsCreate_sRGBProfile());
    const bool isSource = role == IccRole::Slide;
    return lcms::transform(isSource ? profile : other, isSource ? other : profile) ? "" : "it does not say how colors look";
}

/// Only what can be shown as it is: files say anything.
std::string descriptionOf(const lcms::Profile& profile)
{
    constexpr cmsUInt32Number kMostCharacters = 256;
    char text[kMostCharacters] = "";
    cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", text, sizeof text);
    std::string description(text, strnlen(text, sizeof text));
    std::erase_if(description, [](char c) { return c < ' ' || c > '~'; });
    return description;
}

}

IccProfile::IccProfile(std::vector<std::byte> bytes, std::string description)
    : m_bytes(std::move(bytes)),
      m_description(std::move(description))
{
}

Result<IccProfilePtr> IccProfile::parse(std::span<const std::byte> bytes, IccRole role, const std::string& subject)
{
    const ErrorCode code = role == IccRole::Slide ? ErrorCode::ColorProfileUnusable : ErrorCode::ScreenProfileUnusable;
    if (bytes.size() > kMostBytes)
        return fail(code, subject, "it is larger than 16 MiB");
    const lcms::Profile profile = lcms::open(bytes);
    if (!profile)
        return fail(code, subject, "it is damaged");
    if (std::string reason = objection(profile, role); !reason.empty())
        return fail(code, subject, std::move(reason));
    return IccProfilePtr(new IccProfile({bytes.begin(), bytes.end()}, descriptionOf(profile)));
}

IccProfilePtr IccProfile::srgb()
{
    const lcms::Profile profile(cmsCreate_sRGBProfile());
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    std::vector<std::byte> bytes(size);
    cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
    return IccProfilePtr(new IccProfile(std::move(bytes), "sRGB"));
}

}
