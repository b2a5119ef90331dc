#pragma once

#include <QMainWindow>

#include "compare/PaneLayout.h"
#include "normalize/Normalizer.h"

namespace isostain {

class AlignmentController;
class AlignmentFiles;
class AlignmentPanel;
class Background;
class CompareView;
class DemoMaker;
class DemoOpener;
class ExportController;
class GrayProfileDock;
class InterruptedExports;
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
class Settings;
class SlideSession;
class StatusLine;
class TileCache;
class TileScheduler;
class ViewArea;
class ViewerActions;
class ViewerPane;

/// What the window works with; everything outlives it.
struct ViewerContext {
    Settings& settings;
    Background& background;
    TileCache& cache;
    TileScheduler& scheduler;
    SlideSession& slides;
    PaneSet& panes;
    ProfileCatalog& profiles;
    RecentFiles& recentSlides;
    RecentFiles& recentProfiles;
    DemoMaker& demo;
    NetworkLoader networks;    ///< for exports
    ProfileLibrary& library;   ///< profiles that the user makes
    QStringList bundledProfiles;
    QString savedExports;      ///< folder that running exports are kept in for the case of a crash
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
    /// Says so when an export of an earlier run was interrupted. Looks in the background.
    void lookForInterruptedExports();
    /// Nothing is being opened or prepared, and the view is sharp.
    bool isSettled() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeMenus();
    void makeToolBar();
    void connectCommands();
    void connectView();
    void connectSessions();
    void connectDemo();
    void connectPanes();
    void connectAlignment();

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
    void showFullScreenState();

    ViewerContext m_context;
    ViewerActions* m_actions;
    ViewArea* m_area;
    CompareView& m_view;
    NoticeBar* m_notice;
    NoticeBar* m_warnings;
    ResumeBar* m_resume;
    AlignmentPanel* m_alignmentPanel;
    StatusLine* m_status;
    PaneController* m_panes;
    ProfileController* m_profiles;
    ProfileManager* m_manager;
    AlignmentController* m_alignment;
    AlignmentFiles* m_alignmentFiles;
    DemoOpener* m_demo;
    ReferenceMaker* m_references;
    GrayProfileDock* m_grayProfile;
    ExportController* m_export;
    InterruptedExports* m_interrupted;
    RecentMenu* m_recentMenu;
    QToolBar* m_toolBar;
    bool m_wasSourceAlone = true;
    int m_demoPercent = -1; ///< below 0: no demo slide is being made
};

}
