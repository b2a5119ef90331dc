#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "color/ColorMap.h"
#include "color/StainSeparation.h"

namespace isostain {

/// Which of the separated stains is shown.
enum class StainView { Hematoxylin, Eosin, Residual };

/// One row of the table of StainView: files, the command line and combo boxes derive from it.
struct NamedStainView {
    StainView value;
    std::string_view key;    ///< stable name in files and on the command line
    const char* displayName; ///< English; marked for translation in the context "StainViewName"
};

/// Every view, in the order of the enum.
std::span<const NamedStainView> stainViews();
/// The row of one view.
const NamedStainView& named(StainView view);
/// The view of a key; nothing where no row has it.
std::optional<StainView> stainViewOf(std::string_view key);

/// The third stain of Ruifrok and Johnston 2001, what two stains leave unexplained: the cross product of the rows, of unit
/// length. Nothing for parallel, empty or non-finite rows.
std::optional<OpticalDensity> residualRow(const StainMatrix& stains);

/// One stain alone, as if the glass had been stained with nothing else: the amounts by the inverse of the three-stain matrix
/// (Ruifrok and Johnston 2001), negative ones taken for 0, recomposed as 255 exp(-a row), clipped and truncated.
///
/// The residual is signed: the cross product of hematoxylin and eosin points to blue density, so what absorbs more blue than
/// the two stains explain (brown, yellow, red cells) shows, and what absorbs less is white. Parts of its row are negative;
/// they would be brighter than glass and are clipped to 255.
/// Parallel stains cannot be told apart: each is then the projection of the density onto its own row, and the residual is
/// white. A row that is zero or not finite gives white. Immutable; any thread.
class StainViewMap : public ColorMap {
public:
    StainViewMap(const StainMatrix& stains, StainView view);
    void map(const std::uint32_t* source, std::uint32_t* target, std::size_t count) const override;

private:
    OpticalDensity m_amount{}; ///< amount per density in R, G, B
    OpticalDensity m_row{};
};

}
