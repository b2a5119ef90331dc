#pragma once

#include <QObject>
#include <QStringList>

#include "normalize/Normalizer.h"
#include "slide/Slide.h"

namespace isostain {

class NoticeBar;
class PaneSet;
class SlideSession;
class StatusLine;

/// Says what the main pane's normalizer has to say of itself: warnings in a bar that stays until it is closed or does not hold
/// any more, and how much of the tissue has colors that a learned profile was not trained on. GUI thread only.
class FitNotices : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the object.
    FitNotices(const PaneSet& panes, const SlideSession& slides, NoticeBar& bar, StatusLine& status, QObject* parent);

    /// Translated, in the order of the normalizer; of a profile that has no meaning on the slide, that alone.
    static QStringList sentences(const Normalizer& normalizer, const SlideInfo* slide);
    /// Empty for fitted methods, which were not trained on any colors.
    static QString trustText(const Normalizer& normalizer, const QLocale& locale);

private:
    void refresh();

    const PaneSet& m_panes;
    const SlideSession& m_slides;
    NoticeBar& m_bar;
    StatusLine& m_status;
    NormalizerPtr m_shown;
};

}
