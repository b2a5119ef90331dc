#pragma once

#include <QWidget>

#include "wizard/StudyDraft.h"

namespace isostain {

/// One page of the wizard. It shows a draft and writes what the user changes into one; it keeps nothing else. GUI thread only.
class WizardPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    /// What the page is for, in a sentence.
    virtual QString explanation() const = 0;
    virtual void showDraft(const StudyDraft&) {}
    virtual void write(StudyDraft&) const {}
    /// What keeps the user from going on; empty: nothing.
    virtual QString problem() const { return {}; }
    /// The page comes into view, with the draft of all the pages.
    virtual void enter(const StudyDraft& draft) { showDraft(draft); }
    /// Another one takes its place.
    virtual void leave() {}

signals:
    /// write() or problem() gives something else.
    void changed();
};

}
