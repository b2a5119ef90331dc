#pragma once

#include <QMainWindow>

#include "compare/PaneLayout.h"
#include "normalize/Normalizer.h"

namespace isostain {

class AlignmentController;
class AlignmentFiles;
class AlignmentPanel;
class AnnotationController;
class Background;
class BookmarkController;
class CompareView;
class DemoMaker;
class DemoOpener;
class DisplayController;
class ExportController;
class GrayProfileDock;
class InterruptedBar;
class InterruptedExports;
class KeptFileWriter;
class NoticeBar;
class PaneController;
class PaneSet;
class ProfileCatalog;
class ProfileController;
class ProfileLibrary;
class ProfileManager;
class RecentFiles;
class RecentMenu;
class ReferenceMaker;
class ResumeBar;
class ScreenModes;
class Settings;
class Shortcuts;
class SlideSession;
class StateKeeper;
class StatusLine;
struct StudyBackend;
class TileCache;
class TileScheduler;
class TrainingController;
class ViewArea;
class ViewerActions;
class ViewerPane;
class ZoomBox;

/// What all windows work with; everything outlives them.
struct ViewerServices {
    Settings& settings;
    Background& background;
    TileCache& cache;
    TileScheduler& scheduler;
    TileScheduler& networkScheduler; ///< of one thread: a network uses all cores for one tile
    ProfileCatalog& profiles;
    ProfileLibrary& library; ///< profiles that the user makes
    RecentFiles& recentSlides;
    RecentFiles& recentProfiles;
    KeptFileWriter& kept; ///< of annotations and bookmarks
    const StudyBackend& studies;
    NetworkLoader networks;
    QStringList bundledProfiles;
    QString savedExports; ///< folder that running exports are kept in for the case of a crash
    QString annotations;  ///< folder that what is drawn on slides is kept in
    QString bookmarks;    ///< folder that bookmarks of slides are kept in
};

/// What one window works with; everything outlives it.
struct ViewerContext : ViewerServices {
    SlideSession& slides;
    PaneSet& panes;
    DemoMaker& demo;
    QString session; ///< file that what is shown is kept in
};

/// Arranges the parts of the viewer and passes commands between them. GUI thread only.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const ViewerContext& context);
    ~MainWindow() override;

    /// Opens a slide, or uses a stain profile or checkpoint (recognized by its suffix) in the main pane.
    void openFile(const QString& path);
    void setCompareMode(CompareMode mode);
    void setArrangement(PaneArrangement arrangement);
    /// Beside the source: `profileId` as NormalizerSession::pick() takes it, empty for the first that is offered.
    void addPane(const QString& profileId = {});
    /// Says so when an export, or a training, of an earlier run was interrupted. Looks in the background.
    void lookForInterruptedExports();
    void lookForInterruptedTrainings();
    TrainingController& training() { return *m_training; }
    StateKeeper& state() { return *m_state; }
    /// Nothing is being opened or prepared, and the view is sharp.
    bool isSettled() const;
    /// An export or a training runs, which would end with the window.
    bool isWorking() const;

signals:
    void newWindowRequested();
    void settingsRequested();
    /// All windows are to be closed.
    void quitRequested();
    /// The window has been closed: nothing of it is left to be written.
    void closed();
    /// It stays, as the export or training in it is to go on.
    void closeRefused();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void connectCommands();
    void connectView();
    void connectSessions();
    void connectDemo();
    void connectPanes();
    void connectAlignment();
    void connectAnnotations();
    void connectSaver();

    void chooseSlide();
    void chooseProfile(ViewerPane* pane);
    void chooseSecondScan(ViewerPane* pane);
    void showProperties();
    void showExport();
    void zoomToMagnification(double power);

    void showError(const Error& error);
    void showPaneState();
    void showTask();
    void showSlideState();
    void closeWhenIdle();

    ViewerContext m_context;
    ViewerActions* m_actions;
    ViewArea* m_area;
    CompareView& m_view;
    NoticeBar* m_notice;
    NoticeBar* m_warnings;
    ResumeBar* m_resume;
    InterruptedBar* m_interruptedTraining;
    AlignmentPanel* m_alignmentPanel;
    StatusLine* m_status;
    ZoomBox* m_zoom;
    PaneController* m_panes;
    ProfileController* m_profiles;
    ProfileManager* m_manager;
    AlignmentController* m_alignment;
    AlignmentFiles* m_alignmentFiles;
    AnnotationController* m_annotations;
    BookmarkController* m_bookmarks;
    DemoOpener* m_demo;
    ReferenceMaker* m_references;
    GrayProfileDock* m_grayProfile;
    ExportController* m_export;
    InterruptedExports* m_interrupted;
    TrainingController* m_training;
    DisplayController* m_display; ///< the view's
    RecentMenu* m_recentMenu;
    StateKeeper* m_state;
    ScreenModes* m_modes;
    Shortcuts* m_shortcuts;
    bool m_isClosing = false; ///< waits for the last annotations to be kept
    bool m_wasSourceAlone = true;
    int m_demoPercent = -1; ///< below 0: no demo slide is being made
};

}
