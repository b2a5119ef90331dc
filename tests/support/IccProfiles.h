#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <lcms2.h>

namespace isostain::test {

using IccBytes = std::vector<std::byte>;

struct IccCloser {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using IccHandle = std::unique_ptr<void, IccCloser>;

inline IccBytes bytesOf(const IccHandle& profile)
{
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    IccBytes bytes(size);
    cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
    return bytes;
}

/// Primaries like those of Adobe RGB (1998), gamma 2.2, as a profile of a scanner, screen, ...
inline IccHandle wideProfile(cmsProfileClassSignature kind = cmsSigInputClass)
{
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
    cmsToneCurve* const curve = cmsBuildGamma(nullptr, 2.19921875);
    cmsToneCurve* const curves[] = {curve, curve, curve};
    IccHandle profile(cmsCreateRGBProfile(&white, &primaries, curves));
    cmsFreeToneCurve(curve);
    cmsSetDeviceClass(profile.get(), kind);
    cmsMLU* const name = cmsMLUalloc(nullptr, 1);
    cmsMLUsetASCII(name, "en", "US", "A wide scanner");
    cmsWriteTag(profile.get(), cmsSigProfileDescriptionTag, name);
    cmsMLUfree(name);
    return profile;
}

inline IccBytes wideProfileBytes(cmsProfileClassSignature kind = cmsSigInputClass)
{
    return bytesOf(wideProfile(kind));
}

/// What LittleCMS says of colors 0xRRGGBB, one by one, in floating point and without its shortcuts.
class ByLittleCms {
public:
    ByLittleCms(const IccHandle& from, const IccHandle& to)
        : m_transform(cmsCreateTransform(from.get(), TYPE_RGB_DBL, to.get(), TYPE_RGB_DBL, cmsGetHeaderRenderingIntent(from.get()),
                                         cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE),
                      cmsDeleteTransform)
    {
    }

    std::uint32_t operator()(std::uint32_t color) const
    {
        double rgb[3] = {(color >> 16 & 255) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0};
        cmsDoTransform(m_transform.get(), rgb, rgb, 1);
        std::uint32_t result = 0;
        for (const double value : rgb)
            result = result << 8 | std::uint32_t((value < 0 ? 0 : value > 1 ? 1 : value) * 255 + 0.5);
        return result;
    }

private:
    std::unique_ptr<void, decltype(&cmsDeleteTransform)> m_transform;
};

/// The largest difference of a channel.
inline int channelDistance(std::uint32_t a, std::uint32_t b)
{
    int worst = 0;
    for (const int shift : {0, 8, 16}) {
        const int difference = int(a >> shift & 255) - int(b >> shift & 255);
        worst = std::max(worst, difference < 0 ? -difference : difference);
    }
    return worst;
}

}
