#include "FitNotices.h"

#include <QCoreApplication>
#include <QLocale>

#include "PaneSet.h"
#include "ProfileCatalog.h"
#include "normalize/ProfileNames.h"
#include "panels/NoticeBar.h"
#include "panels/ProfileTitle.h"
#include "panels/StatusLine.h"

namespace isostain {

namespace {

constexpr double kLeastPercent = 0.1;

}

FitNotices::FitNotices(const PaneSet& panes, const SlideSession& slides, NoticeBar& bar, StatusLine& status, QObject* parent)
    : QObject(parent),
      m_panes(panes),
      m_slides(slides),
      m_bar(bar),
      m_status(status)
{
    connect(&m_panes, &PaneSet::changed, this, &FitNotices::refresh);
    connect(&m_panes, &PaneSet::mainChanged, this, &FitNotices::refresh);
}

QStringList FitNotices::sentences(const Normalizer& normalizer, const SlideInfo* slide)
{
    if (slide && !ProfileCatalog::suits(normalizer.profile, *slide))
        return {
            tr("It was trained on generated tissue for demo slides. On this slide its colors mean nothing: choose a profile "
               "made for slides like this one, or none.")};
    QStringList sentences;
    for (const FitWarning warning : normalizer.warnings)
        sentences << QCoreApplication::translate("ProfileName", named(warning).displayName);
    return sentences;
}

QString FitNotices::trustText(const Normalizer& normalizer, const QLocale& locale)
{
    if (isFitted(normalizer.profile.method))
        return {};
    if (!normalizer.outOfGamutShare)
        return tr("Colors outside the training: unknown");
    const double percent = 100 * *normalizer.outOfGamutShare;
    // Little is not nothing.
    if (percent > 0 && percent < kLeastPercent)
        return tr("Less than %1 % of the tissue has colors outside the training").arg(locale.toString(kLeastPercent));
    return tr("%1 % of the tissue has colors outside the training").arg(locale.toString(percent, 'f', 1));
}

void FitNotices::refresh()
{
    const ViewerPane& main = m_panes.main();
    const NormalizerPtr normalizer = main.view() == PaneView::SecondScan ? nullptr : main.session().normalizer();
    if (normalizer == m_shown)
        return;
    m_shown = normalizer;
    m_status.setTrust(normalizer ? trustText(*normalizer, m_status.locale()) : QString());
    const SlidePtr& slide = m_slides.slide();
    const QStringList found = normalizer ? sentences(*normalizer, slide ? &slide->info() : nullptr) : QStringList();
    if (found.isEmpty())
        m_bar.hide();
    else
        m_bar.showNotice(tr("%1: %2").arg(profileTitle(normalizer->profile), found.join(QLatin1Char(' '))));
}

}
