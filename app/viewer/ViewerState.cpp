#include "ViewerState.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "PaneSet.h"

namespace isostain {

namespace {

constexpr int kFormat = 1;
const QString kFormatKey = QStringLiteral("isostain-session");

struct ModeRow {
    CompareMode mode;
    const char* key;
};
constexpr std::array kModes = {ModeRow{CompareMode::SideBySide, "side-by-side"}, ModeRow{CompareMode::Curtain, "curtain"},
                               ModeRow{CompareMode::Single, "single"}};

QString keyOf(CompareMode mode)
{
    const auto row = std::find_if(kModes.begin(), kModes.end(), [mode](const ModeRow& each) { return each.mode == mode; });
    return QLatin1String(row->key);
}

CompareMode modeOf(const QString& key)
{
    const auto row = std::find_if(kModes.begin(), kModes.end(), [&](const ModeRow& each) { return key == QLatin1String(each.key); });
    return row == kModes.end() ? CompareMode::SideBySide : row->mode;
}

}

QByteArray toJson(const ViewerState& state)
{
    QJsonArray panes;
    for (const ViewerState::Pane& pane : state.panes)
        panes.append(QJsonObject{{QStringLiteral("profile"), pane.profile},
                                 {QStringLiteral("view"), QLatin1String(rowOf(pane.view).key)},
                                 {QStringLiteral("second-scan"), pane.secondScan}});
    const QJsonObject object{{kFormatKey, kFormat},
                             {QStringLiteral("slide"), state.slide},
                             {QStringLiteral("x"), state.center.x},
                             {QStringLiteral("y"), state.center.y},
                             {QStringLiteral("zoom"), state.zoom},
                             {QStringLiteral("degrees"), state.orientation.degrees},
                             {QStringLiteral("mirrored"), state.orientation.isMirrored},
                             {QStringLiteral("mode"), keyOf(state.mode)},
                             {QStringLiteral("panes"), panes},
                             {QStringLiteral("main-pane"), state.mainPane}};
    return QJsonDocument(object).toJson();
}

std::optional<ViewerState> viewerStateFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(kFormatKey).toInt() != kFormat)
        return std::nullopt;
    ViewerState state;
    state.slide = object.value(QStringLiteral("slide")).toString();
    state.center = {object.value(QStringLiteral("x")).toDouble(), object.value(QStringLiteral("y")).toDouble()};
    state.zoom = object.value(QStringLiteral("zoom")).toDouble();
    state.orientation = ViewOrientation{0, object.value(QStringLiteral("mirrored")).toBool()}.turnedBy(
        object.value(QStringLiteral("degrees")).toDouble());
    state.mode = modeOf(object.value(QStringLiteral("mode")).toString());
    const QJsonArray panes = object.value(QStringLiteral("panes")).toArray();
    for (const auto& value : panes) {
        const QJsonObject pane = value.toObject();
        if (int(state.panes.size()) < PaneSet::kMost)
            state.panes.push_back(
                {pane.value(QStringLiteral("profile")).toString(),
                 paneViewFromKey(pane.value(QStringLiteral("view")).toString()).value_or(PaneView::Normalized),
                 pane.value(QStringLiteral("second-scan")).toString()});
    }
    state.mainPane = std::clamp(object.value(QStringLiteral("main-pane")).toInt(), 0, std::max(0, int(state.panes.size()) - 1));
    const bool isSound = std::isfinite(state.center.x) && std::isfinite(state.center.y) && state.zoom >= 0 &&
                         state.zoom <= kMaxZoom && std::isfinite(state.orientation.degrees);
    return isSound ? std::optional(state) : std::nullopt;
}

}
