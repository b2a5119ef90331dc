#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "demo/Scanner.h"
#include "demo/ScannerModels.h"
#include "image/Image.h"
#include "normalize/StainProfile.h"

namespace isostain::demo {

/// Pixel size and magnification of generated slides.
constexpr double kDemoMpp = 0.25;
constexpr int kDemoObjectivePower = 40;

/// What to generate. HematoxylinEosin or Papanicolaou.
struct TissueOptions {
    Stain stain = Stain::HematoxylinEosin;
    int width = 8192;  ///< pixels
    int height = 6144; ///< pixels
    std::uint32_t seed = 1;
};

/// A rectangle in level-0 pixels.
struct Area {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// Generated tissue as two scanners see it. A pixel is a function of options, scanner and position alone: the same bits
/// whatever rectangle it is rendered in, in whatever order and on however many threads. Immutable; any thread.
class TissueGenerator {
public:
    explicit TissueGenerator(const TissueOptions& options);

    const TissueOptions& options() const { return m_options; }
    BgrxImage render(const Area& area, ScannerId scanner) const;
    /// Both scanners' images of one area, for little more than the cost of one.
    std::array<BgrxImage, 2> renderBoth(const Area& area) const;

private:
    DyeField stained(const Area& area) const;

    TissueOptions m_options;
    std::unique_ptr<const Specimen> m_specimen;
    std::array<Scanner, 2> m_scanners;
};

}
