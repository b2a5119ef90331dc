#include "PaneView.h"

#include <array>

#include <QCoreApplication>

#include "base/EnumTable.h"
#include "color/TrustOverlay.h"

namespace isostain {

namespace {

constexpr std::array kViews = {
    PaneViewRow{PaneView::Normalized, "normalized", QT_TRANSLATE_NOOP("PaneView", "&Normalized")},
    PaneViewRow{PaneView::Hematoxylin, "hematoxylin", QT_TRANSLATE_NOOP("PaneView", "&Hematoxylin Alone")},
    PaneViewRow{PaneView::Eosin, "eosin", QT_TRANSLATE_NOOP("PaneView", "&Eosin Alone")},
    PaneViewRow{PaneView::Residual, "residual", QT_TRANSLATE_NOOP("PaneView", "&Residual Alone")},
    PaneViewRow{PaneView::TrustMap, "trust-map", QT_TRANSLATE_NOOP("PaneView", "&Trust Map")},
    PaneViewRow{PaneView::SecondScan, "second-scan", QT_TRANSLATE_NOOP("PaneView", "&Second Scan")},
};

static_assert(inEnumOrder(kViews, &PaneViewRow::view, PaneView::SecondScan));

}

std::span<const PaneViewRow> paneViews()
{
    return kViews;
}

const PaneViewRow& rowOf(PaneView view)
{
    return kViews[static_cast<std::size_t>(view)];
}

QString titleOf(PaneView view)
{
    return QCoreApplication::translate("PaneView", rowOf(view).title);
}

std::optional<PaneView> paneViewFromKey(const QString& key)
{
    for (const PaneViewRow& row : kViews)
        if (key == QLatin1String(row.key))
            return row.view;
    return std::nullopt;
}

std::optional<StainView> stainViewOf(PaneView view)
{
    switch (view) {
    case PaneView::Hematoxylin:
        return StainView::Hematoxylin;
    case PaneView::Eosin:
        return StainView::Eosin;
    case PaneView::Residual:
        return StainView::Residual;
    case PaneView::Normalized:
    case PaneView::TrustMap:
    case PaneView::SecondScan:
        break;
    }
    return std::nullopt;
}

std::optional<StainMatrix> stainsOf(const Normalizer& normalizer)
{
    if (!normalizer.source)
        return std::nullopt;
    if (const auto* statistics = std::get_if<StainStatistics>(&*normalizer.source))
        return statistics->stains;
    if (const auto* khan = std::get_if<KhanStatistics>(&*normalizer.source))
        return khan->stains;
    return std::nullopt;
}

Result<ColorTablePtr> compileView(PaneView view, const NormalizerPtr& normalizer, const JobControl& control)
{
    if (const auto stain = stainViewOf(view)) {
        const auto stains = normalizer ? stainsOf(*normalizer) : std::nullopt;
        return ColorTable::compile(StainViewMap(stains.value_or(ruifrokStainMatrix()), *stain), control);
    }
    if (view != PaneView::TrustMap)
        return ColorTablePtr();
    if (!normalizer || !normalizer->table || !normalizer->profile.gamut)
        return fail(ErrorCode::InvalidArgument, normalizer ? normalizer->profile.name : "", "it knows no training colors");
    return trustOverlay(*normalizer->table, control);
}

}
