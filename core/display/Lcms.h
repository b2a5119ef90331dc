#pragma once

#include <memory>
#include <span>

#include <lcms2.h>

namespace isostain::lcms {

/// LittleCMS's handles, owned. For the files of this folder only: nobody else sees the library.
struct ProfileCloser {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileCloser>;

struct TransformDeleter {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, TransformDeleter>;

/// Null where the bytes are no profile.
inline Profile open(std::span<const std::byte> bytes)
{
    return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

/// Words 0x??RRGGBB to words, byte 3 ignored and left alone; any number of threads at once. The source says how
/// (perceptual, colorimetric) its colors are to be shown, save that paper stays white. Null where a profile lacks what that takes.
inline Transform transform(const Profile& source, const Profile& target)
{
    const cmsUInt32Number stated = cmsGetHeaderRenderingIntent(source.get());
    const bool isUsable = stated == INTENT_PERCEPTUAL || stated == INTENT_SATURATION;
    return Transform(cmsCreateTransform(source.get(), TYPE_BGRA_8, target.get(), TYPE_BGRA_8,
                                        isUsable ? stated : INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
}

}
