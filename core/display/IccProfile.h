#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/Error.h"

namespace isostain {

/// What a color profile is asked for.
enum class IccRole {
    Slide, ///< what the colors of a picture look like: a scanner's, a screen's or a color space's profile
    Screen ///< how a screen is driven to show them: a screen's or a color space's profile
};

/// An ICC profile (ICC.1) of RGB colors that can be used, read with LittleCMS. Immutable; any thread.
class IccProfile {
public:
    /// Larger ones are refused: those of scanners have some kilobytes, with tables a few megabytes.
    static constexpr std::size_t kMostBytes = std::size_t(16) << 20;

    /// Bytes of any origin; `subject` is the file that they come from.
    /// Errors: ColorProfileUnusable, ScreenProfileUnusable (by role; damaged, not of RGB, of another class, too large).
    static Result<std::shared_ptr<const IccProfile>> parse(std::span<const std::byte> bytes, IccRole role,
                                                           const std::string& subject);
    /// sRGB (IEC 61966-2-1): what screens and pictures are taken for that have no profile.
    static std::shared_ptr<const IccProfile> srgb();

    std::span<const std::byte> bytes() const { return m_bytes; }
    /// The profile's own name of itself, UTF-8; may be empty.
    const std::string& description() const { return m_description; }

private:
    IccProfile(std::vector<std::byte> bytes, std::string description);

    std::vector<std::byte> m_bytes;
    std::string m_description;
};

using IccProfilePtr = std::shared_ptr<const IccProfile>;

}
