#include "ViewerPane.h"

#include <algorithm>
#include <utility>

#include <QCoreApplication>
#include <QFileInfo>

#include "handover/Background.h"
#include "ProfileCatalog.h"
#include "normalize/NormalizedSlide.h"
#include "normalize/ProfileNames.h"
#include "panels/PathText.h"
#include "panels/ProfileTitle.h"

namespace isostain {

namespace {

/// Where a second scan lies before anybody has aligned it: from the same corner, in the same size.
SlideAlignment firstGuess(const Slide& first, const Slide& second)
{
    const auto mpp = meanMpp(first.info());
    const auto secondMpp = meanMpp(second.info());
    const double byWidth = double(second.geometry().width()) / double(std::max<std::int64_t>(1, first.geometry().width()));
    const double scale = mpp && secondMpp ? *mpp / *secondMpp : byWidth;
    return SlideAlignment::fromMatrix({scale, 0, 0, 0, scale, 0}).value_or(SlideAlignment());
}

}

ViewerPane::ViewerPane(const PaneServices& services, std::shared_ptr<SlideSamples> samples)
    : m_services(services),
      m_session(services.background, services.slides, std::move(samples), services.networks),
      m_second(services.background, services.opener)
{
    connect(&m_session, &NormalizerSession::changed, this, &ViewerPane::followNormalizer);
    connect(&m_services.slides, &SlideSession::slideChanged, this, &ViewerPane::followSlide);
    connect(&m_second, &SlideSession::slideChanged, this, &ViewerPane::takeSecondScan);
    connect(&m_second, &SlideSession::stateChanged, this, [this] {
        if (m_second.state() == SlideSession::State::Failed)
            emit failed(m_second.error());
        emit changed();
    });
}

ViewerPane::~ViewerPane()
{
    m_stop.request_stop();
    if (m_secondShown)
        m_services.cache.removeSlide(m_secondShown->id());
    if (m_networkShown)
        m_services.cache.removeSlide(m_networkShown->id());
}

QString ViewerPane::obstacleTo(PaneView view) const
{
    if (view == PaneView::SecondScan)
        return secondScan() ? QString() : tr("No second scan is open in this pane.");
    if (view != PaneView::TrustMap)
        return {};
    const StainProfile* profile = m_session.profile();
    if (!profile)
        return tr("Choose a stain profile first.");
    if (isFitted(profile->method))
        return tr("This method is fitted to each slide: there are no training colors to compare with.");
    if (isSpatial(*profile))
        return tr("Not for networks that look at neighboring pixels.");
    if (!profile->gamut)
        return tr(
            "The share of colors outside the training is unknown: the profile does not say which colors it was trained on.");
    return {};
}

void ViewerPane::setView(PaneView view)
{
    if (view == m_view || !obstacleTo(view).isEmpty())
        return;
    m_view = view;
    updateView();
    emit changed();
}

void ViewerPane::pick(const QString& profileId)
{
    if (m_view == PaneView::SecondScan || profileId.isEmpty())
        setView(PaneView::Normalized);
    m_session.pick(profileId);
}

bool ViewerPane::isEmpty() const
{
    return m_view == PaneView::Normalized && !m_session.profile();
}

bool ViewerPane::isBusy() const
{
    return m_session.isBusy() || m_isCompiling || m_second.state() == SlideSession::State::Opening;
}

void ViewerPane::followNormalizer()
{
    if (!obstacleTo(m_view).isEmpty())
        m_view = PaneView::Normalized;
    updateView();
    const SlidePtr before = std::exchange(m_networkShown, m_session.networkSlide());
    emit changed();
    if (before && before != m_networkShown)
        m_services.cache.removeSlide(before->id());
}

void ViewerPane::followSlide()
{
    closeSecondScan();
    updateView();
    emit changed();
}

void ViewerPane::updateView()
{
    const NormalizerPtr& normalizer = m_session.normalizer();
    // Stains found on one slide say nothing about another; the old ones must not be seen for a moment longer.
    if (m_viewTable && m_basis != normalizer)
        m_viewTable.reset();
    if (m_viewTable && m_shownView == m_view)
        return;
    abandonView();
    const bool needsTable = stainViewOf(m_view) || m_view == PaneView::TrustMap;
    const bool awaitsFit = m_session.profile() && !normalizer;
    if (!needsTable)
        m_viewTable.reset();
    if (!needsTable || awaitsFit)
        return;
    m_isCompiling = true;
    m_basis = normalizer;
    const int request = m_request;
    JobControl control;
    control.stop = m_stop.get_token();
    m_services.background.run(
        this, [view = m_view, normalizer, control] { return compileView(view, normalizer, control); },
        [this, request, view = m_view](Result<ColorTablePtr> table) {
            if (request == m_request)
                finishView(view, std::move(table));
        });
}

void ViewerPane::finishView(PaneView view, Result<ColorTablePtr> table)
{
    m_isCompiling = false;
    if (table) {
        m_viewTable = *std::move(table);
        m_shownView = view;
    } else {
        m_view = PaneView::Normalized;
        m_viewTable.reset();
        emit failed(table.error());
    }
    emit changed();
}

void ViewerPane::abandonView()
{
    m_stop.request_stop();
    m_stop = {};
    m_isCompiling = false;
    ++m_request;
}

void ViewerPane::openSecondScan(const QString& path)
{
    m_second.open(path);
}

void ViewerPane::takeSecondScan()
{
    const SlidePtr before = std::exchange(m_secondShown, m_second.slide());
    m_placement.reset();
    if (m_secondShown && m_services.slides.slide()) {
        m_firstGuess = firstGuess(*m_services.slides.slide(), *m_secondShown);
        m_view = PaneView::SecondScan;
    } else if (m_view == PaneView::SecondScan) {
        m_view = PaneView::Normalized;
    }
    updateView();
    emit changed();
    if (before)
        m_services.cache.removeSlide(before->id());
}

void ViewerPane::closeSecondScan()
{
    if (m_second.state() != SlideSession::State::Empty)
        m_second.close();
}

void ViewerPane::setPlacement(ScanPlacement placement)
{
    m_placement = std::move(placement);
    emit changed();
}

QString ViewerPane::profileName() const
{
    const StainProfile* profile = m_session.profile();
    return profile ? profileTitle(*profile) : QString();
}

/// With a slide open.
QString ViewerPane::badge(double zoom) const
{
    const NormalizerPtr& normalizer = m_session.normalizer();
    if (!normalizer)
        return m_session.isBusy() ? tr("being fitted, source shown") : tr("not fitted, source shown");
    if (isFitted(normalizer->profile.method) && !normalizer->source)
        return tr("unchanged");
    if (const auto* slide = dynamic_cast<const NormalizedSlide*>(m_session.networkSlide().get()))
        if (slide->isPreview(slide->geometry().levelForZoom(zoom)))
            return tr("preview");
    const bool isUnsuited = !ProfileCatalog::suits(normalizer->profile, m_services.slides.slide()->info());
    return normalizer->warnings.empty() && !isUnsuited ? QString() : tr("check colors");
}

PaneContent ViewerPane::normalizedContent(double zoom) const
{
    if (!m_session.profile() && m_session.isBusy())
        return {tr("Preparing the stain profile…")};
    if (!m_session.profile())
        return {tr("No profile")};
    PaneContent content{profileName()};
    if (m_services.slides.slide())
        content.badge = badge(zoom);
    if (m_session.normalizer())
        content.table = m_session.normalizer()->table;
    if (m_session.networkSlide()) {
        content.slide = m_session.networkSlide();
        content.standIn = PaneStandIn::Source;
        content.scheduler = &m_services.networkScheduler;
    }
    return content;
}

PaneContent ViewerPane::viewContent() const
{
    const PaneView shown = m_viewTable ? m_shownView : m_view;
    const auto stain = stainViewOf(shown);
    const NormalizerPtr& normalizer = m_session.normalizer();
    PaneContent content;
    const QString title = stain ? QCoreApplication::translate("StainViewName", named(*stain).displayName) : tr("Trust map");
    if (!stain)
        content.name = tr("%1 – %2").arg(title, profileName());
    else if (normalizer && stainsOf(*normalizer))
        content.name =
            tr("%1 by %2", "a stain and the method that separates it")
                .arg(title, QCoreApplication::translate("ProfileName", named(normalizer->profile.method).displayName));
    else
        content.name = tr("%1 by published stains").arg(title);
    content.table = m_viewTable;
    if (!m_viewTable)
        content.badge = tr("being prepared, source shown");
    return content;
}

PaneContent ViewerPane::content(NormalizationShown shown, double zoom) const
{
    if (m_view == PaneView::SecondScan && secondScan()) {
        PaneContent content;
        content.name = QFileInfo(toFileName(secondScan()->info().path)).fileName();
        content.slide = secondScan();
        content.alignment = m_placement ? m_placement->alignment : m_firstGuess;
        return content;
    }
    PaneContent content = m_view == PaneView::Normalized ? normalizedContent(zoom) : viewContent();
    // Off keeps the pane, so that nothing but the colors changes.
    if (shown == NormalizationShown::No && !isEmpty())
        return {tr("%1 (off)").arg(content.name)};
    return content;
}

}
