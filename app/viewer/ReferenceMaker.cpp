#include "ReferenceMaker.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>

#include "handover/Background.h"
#include "ProfileLibrary.h"
#include "SlideSession.h"
#include "compare/CompareView.h"
#include "normalize/ProfileFit.h"
#include "normalize/ProfileNames.h"
#include "panels/Mnemonics.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

/// At most as many bytes as a name of a library may have, whatever its letters.
constexpr int kLongestName = 66;

QString nameOf(NormalizationMethod method)
{
    return QCoreApplication::translate("ProfileName", named(method).displayName);
}

}

ReferenceMaker::ReferenceMaker(Background& background, SlideSession& slides, const CompareView& view,
                               ProfileLibrary& library, QWidget* window)
    : QObject(window),
      m_background(background),
      m_slides(slides),
      m_view(view),
      m_library(library),
      m_window(window),
      m_menu(new QMenu(window))
{
    m_menu->setTitle(tr("&Use This Region as the Reference"));
    for (const auto& row : normalizationMethods())
        if (isFitted(row.value))
            m_menu->addAction(tr("%1…").arg(withEscapedMnemonics(nameOf(row.value))), this,
                              [this, method = row.value] { begin(method); });
}

ReferenceMaker::~ReferenceMaker()
{
    m_stop.request_stop();
}

std::optional<PixelRect> ReferenceMaker::visibleRegion() const
{
    if (!m_slides.slide())
        return std::nullopt;
    const PyramidGeometry& geometry = m_slides.slide()->geometry();
    const cv::Rect2d visible =
        m_view.viewport().visibleLevel0() & cv::Rect2d(0, 0, double(geometry.width()), double(geometry.height()));
    const PixelRect region{std::int64_t(std::floor(visible.x)), std::int64_t(std::floor(visible.y)),
                           std::int64_t(std::ceil(visible.width)), std::int64_t(std::ceil(visible.height))};
    const PixelRect inside{region.x, region.y, std::min(region.width, geometry.width() - region.x),
                           std::min(region.height, geometry.height() - region.y)};
    return inside.width > 0 && inside.height > 0 ? std::optional(inside) : std::nullopt;
}

void ReferenceMaker::begin(NormalizationMethod method)
{
    const auto region = visibleRegion();
    if (!region || m_isBusy)
        return;
    const QString slide = QFileInfo(toFileName(m_slides.slide()->info().path)).completeBaseName();
    askForName({m_slides.slide(), *region, method}, tr("%1 to %2").arg(nameOf(method), slide), {});
}

void ReferenceMaker::askForName(const Reference& reference, const QString& proposed, const QString& remark)
{
    // Perhaps the one whose answer this follows.
    if (m_dialog)
        m_dialog->close();
    m_dialog = new QInputDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setObjectName(QStringLiteral("referenceName"));
    m_dialog->setWindowTitle(tr("Use This Region as the Reference"));
    const QString question = tr("Name of the stain profile that brings slides to the colors of this region:");
    m_dialog->setLabelText(remark.isEmpty() ? question : remark + QLatin1Char('\n') + question);
    m_dialog->setTextValue(proposed);
    m_dialog->resize(460, 0);
    connect(m_dialog, &QInputDialog::textValueSelected, this, [this, reference](const QString& text) {
        const QString name = text.trimmed().left(kLongestName);
        if (m_library.hasName(name))
            askForName(reference, name, tr("There is a profile of this name already. Choose another name."));
        else if (!name.isEmpty())
            make(reference, name);
    });
    m_dialog->open();
}

void ReferenceMaker::make(const Reference& reference, const QString& name)
{
    if (m_isBusy)
        return;
    setBusy(true);
    m_background.run(
        this, [reference, name, stop = m_stop.get_token()] { return fit(reference, name, stop); },
        [this](const Result<StainProfile>& profile) {
            if (profile) {
                keep(*profile);
                return;
            }
            setBusy(false);
            emit failed(profile.error());
        });
}

void ReferenceMaker::keep(const StainProfile& profile)
{
    m_library.add(profile, [self = QPointer<ReferenceMaker>(this)](const Result<QString>& path) {
        if (!self)
            return;
        self->setBusy(false);
        if (path)
            emit self->made(*path);
        else
            emit self->failed(path.error());
    });
}

Result<StainProfile> ReferenceMaker::fit(const Reference& reference, const QString& name, const std::stop_token& stop)
{
    const auto sample = sampleRegion(*reference.slide, reference.region, {stop, {}, 0});
    if (!sample)
        return tl::unexpected(sample.error());
    ProfileFitRequest request;
    request.method = reference.method;
    request.name = name.toStdString();
    request.target = {reference.slide->info().path};
    auto fitted = fitProfileTo(*sample, request);
    if (!fitted)
        return tl::unexpected(fitted.error());
    const PixelRect& region = reference.region;
    fitted->profile.provenance = "target fitted to a region of " + reference.slide->info().path.filename().string() + ": x " +
                                 std::to_string(region.x) + ", y " + std::to_string(region.y) + ", " +
                                 std::to_string(region.width) + " x " + std::to_string(region.height) + " pixels";
    return std::move(fitted->profile);
}

void ReferenceMaker::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    emit busyChanged();
}

}
