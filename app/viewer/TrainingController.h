#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QObject>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include "wizard/PastStudiesWindow.h"
#include "wizard/StudyRunner.h"
#include "wizard/TrainingWizard.h"

class QSettings;

namespace isostain {

class Background;
class InterruptedBar;
class PaneSet;
class ProfileLibrary;
class SlideSession;
class ViewerActions;

/// The trainings of the viewer: the wizard and the list of past ones, what is kept of them, and the entry in the status bar
/// while one runs. GUI thread only; destruction stops a study, which saves what it has, and waits for that.
class TrainingController : public QObject {
    Q_OBJECT

public:
    struct Context {
        StudyBackend backend;
        Background& background;
        QSettings& store;
        ProfileLibrary& library;
        SlideSession& slides;
        PaneSet& panes;
        ViewerActions& actions;
        InterruptedBar& bar;
    };

    /// Everything outlives the controller.
    TrainingController(const Context& context, QWidget* window);
    ~TrainingController() override;

    /// For the status bar: how far the study is that runs; opens the wizard.
    QWidget* statusEntry() const;
    bool isRunning() const { return m_runner.isRunning(); }
    const StudyRunner& runner() const { return m_runner; }
    /// Asks whether to stop the running study, and closes the window if so, once it has stopped.
    void askToCloseWindow();
    /// Says so when a study of before was interrupted. Looks in the background.
    void lookForInterrupted();

    TrainingWizard* wizard() const { return m_wizard; }
    PastStudiesWindow* pastStudies() const { return m_past; }

public slots:
    void showWizard();
    void showPastStudies();
    /// The only study that can be gone on with; the list where there are several, or none.
    void resumeLast();

signals:
    /// The study goes on, and the window stays.
    void closeRefused();

private:
    struct ReportTask;

    void makeWizard();
    void connectResults();
    void findInterrupted(std::function<void(const std::vector<StudyEntry>&)> done);
    void open(const StudyEntry& entry);
    void resume(const StudyEntry& entry);
    void keepProfile(const std::filesystem::path& file, const QString& name);
    void showOnSlide(const std::filesystem::path& file);
    void chooseReportFolder(const std::filesystem::path& study);
    void saveReport(const std::filesystem::path& study, const std::filesystem::path& folder);
    void drawReport(const std::shared_ptr<ReportTask>& task);
    void showReport(const ReportTask& task);
    void showEntry();

    Context m_context;
    QWidget* m_window;
    StudyRunner m_runner;
    QPointer<TrainingWizard> m_wizard;
    QPointer<PastStudiesWindow> m_past;
    QPointer<QPushButton> m_entry; ///< in the status bar
    QPointer<QMessageBox> m_question;
};

}
