#include "FitNotices.h"

#include <QCoreApplication>
#include <QLocale>

#include "PaneSet.h"
#include "normalize/ProfileNames.h"
#include "panels/NoticeBar.h"
#include "panels/StatusLine.h"

namespace isostain {

FitNotices::FitNotices(const PaneSet& panes, NoticeBar& bar, StatusLine& status, QObject* parent)
    : QObject(parent),
      m_panes(panes),
      m_bar(bar),
      m_status(status)
{
    connect(&m_panes, &PaneSet::changed, this, &FitNotices::refresh);
    connect(&m_panes, &PaneSet::mainChanged, this, &FitNotices::refresh);
}

QStringList FitNotices::sentences(const Normalizer& normalizer)
{
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
    const QString shown = percent > 0 && percent < 0.1 ? tr("less than %1").arg(locale.toString(0.1)) : locale.toString(percent, 'f', 1);
    return tr("%1 % of the tissue has colors outside the training").arg(shown);
}

void FitNotices::refresh()
{
    const ViewerPane& main = m_panes.main();
    const NormalizerPtr normalizer = main.view() == PaneView::SecondScan ? nullptr : main.session().normalizer();
    if (normalizer == m_shown)
        return;
    m_shown = normalizer;
    m_status.setTrust(normalizer ? trustText(*normalizer, m_status.locale()) : QString());
    const QStringList found = normalizer ? sentences(*normalizer) : QStringList();
    if (found.isEmpty())
        m_bar.hide();
    else
        m_bar.showNotice(tr("%1: %2").arg(QString::fromStdString(normalizer->profile.name), found.join(QLatin1Char(' '))));
}

}
