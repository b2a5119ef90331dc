#pragma once

#include <QString>
#include <QWidget>

#include "ViewerFixture.h"

namespace isostain {
class TrainingWizard;
}

namespace isostain::test {

/// A user of the training wizard: presses keys and buttons, in the real window. Every function says whether it came that far.
class StudyDrive {
public:
    explicit StudyDrive(ViewerFixture& viewer) : m_viewer(viewer) {}

    /// By its shortcut, from the main window.
    bool openWizard();
    TrainingWizard& wizard() const;
    template <typename Widget>
    Widget* field(const char* name) const;

    /// Into a spin box, a line or a path.
    void type(const char* name, const QString& text) const;
    void choose(const char* name, int data) const;
    void check(const char* name, Qt::CheckState state) const;
    void click(const char* name) const;
    /// The next page, once it can be gone to.
    bool next() const;
    QString problem() const;

    /// Data page: some generated tiles, kept in this folder under this name.
    void fillInGenerated(Stain stain, const QString& folder, const QString& name) const;
    /// Plan page: every step, as small as it goes: some seconds.
    void planEverythingTiny() const;

private:
    const QWidget& wizardWidget() const;

    ViewerFixture& m_viewer;
};

template <typename Widget>
Widget* StudyDrive::field(const char* name) const
{
    auto* widget = wizardWidget().template findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("the wizard has no %s", name);
    return widget;
}

}
