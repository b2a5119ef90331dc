#pragma once

#include <string>
#include <vector>

#include "slide/FramedLevels.h"
#include "slide/VirtualLevels.h"

namespace isostain {

/// A slide whose stored levels are decoded frame by frame. Its tiles are the frames of the finest level where they have a good
/// size.
class FramedSlide : public VirtualLevelSlide {
public:
    /// An image beside the slide, or why it cannot be read.
    struct Associated {
        std::string name;
        Result<FrameSourcePtr> source;
    };

    /// `levels` finest first, at least one. The bounds and the names of the associated images in `info` are filled in here.
    FramedSlide(SlideInfo info, std::vector<FrameSourcePtr> levels, std::vector<Associated> associated);

    Result<RgbImage> readAssociatedImage(const std::string& name) const override;

protected:
    Result<BgrxImage> readStored(int storedLevel, const PixelRect& rect, const std::stop_token& stop) const override;

private:
    FramedLevels m_levels;
    std::vector<Associated> m_associated;
};

}
