#pragma once

#include <QMainWindow>

#include "compare/PaneLayout.h"

class QFileDialog;

namespace isostain {

class Background;
class CompareView;
class DemoMaker;
class ExportController;
class NormalizerSession;
class NoticeBar;
class ProfileCatalog;
class ProfileController;
class ProfileLibrary;
class ProfileManager;
class RecentFiles;
class RecentMenu;
class Settings;
class SlideSession;
class StatusLine;
class TileCache;
class TileScheduler;
class ViewArea;
class ViewerActions;

/// What the window works with; everything outlives it.
struct ViewerContext {
    Settings& settings;
    Background& background;
    TileCache& cache;
    TileScheduler& scheduler;
    SlideSession& slides;
    NormalizerSession& normalizers;
    ProfileCatalog& profiles;
    RecentFiles& recentSlides;
    RecentFiles& recentProfiles;
    DemoMaker& demo;
    ProfileLibrary& library;
    QStringList bundledProfiles;
};

/// Arranges the parts of the viewer and passes commands between them. GUI thread only.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const ViewerContext& context);
    ~MainWindow() override;

    /// Opens a slide, or uses a stain profile or checkpoint (recognized by its suffix).
    void openFile(const QString& path);
    void setCompareMode(CompareMode mode);
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

    void chooseSlide();
    void chooseProfile();
    QFileDialog* makeFileDialog(const QString& title, const QString& folderKey);
    void showProperties();
    void showExport();
    void zoomToMagnification(double power);

    void showPanes();
    void showSlideState();
    void showFullScreenState();

    ViewerContext m_context;
    ViewerActions* m_actions;
    ViewArea* m_area;
    CompareView& m_view;
    NoticeBar* m_notice;
    StatusLine* m_status;
    ProfileController* m_profiles;
    ProfileManager* m_manager;
    ExportController* m_export;
    RecentMenu* m_recentMenu;
    QToolBar* m_toolBar;
};

}
