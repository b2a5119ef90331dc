#pragma once

#include <optional>
#include <span>

#include <QString>

#include "color/StainSeparation.h"
#include "color/StainViewMap.h"
#include "normalize/Normalizer.h"

namespace isostain {

/// What a pane makes of its stain profile.
enum class PaneView {
    Normalized,
    Hematoxylin, ///< one of the separated stains alone
    Eosin,
    Residual,
    TrustMap,   ///< the normalized view, with colors marked that the profile was not trained on
    SecondScan, ///< another scan of the same glass, in its place
};

/// One row of the table that menus and the command line derive from.
struct PaneViewRow {
    PaneView view;
    const char* key;   ///< stable name, kebab-case
    const char* title; ///< English, marked for translation in the context "PaneView"
};
std::span<const PaneViewRow> paneViews();
const PaneViewRow& rowOf(PaneView view);
QString titleOf(PaneView view);
std::optional<PaneView> paneViewFromKey(const QString& key);

/// For the views of separated stains.
std::optional<StainView> stainViewOf(PaneView view);
/// The stains that a normalizer separates its slide into; nothing for methods that do not, and where none were found.
std::optional<StainMatrix> stainsOf(const Normalizer& normalizer);
/// The table of a view. Null: that of the normalizer itself. Without a normalizer, or with one that separates no stains, the
/// vectors published by Ruifrok and Johnston (2001). About 0.1 s. Any thread. Errors: Cancelled, OutOfMemory, and
/// InvalidArgument for a trust map of a profile without a gamut.
Result<ColorTablePtr> compileView(PaneView view, const NormalizerPtr& normalizer, const JobControl& control = {});

}
