#include "MainWindow.h"

#include <algorithm>

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

#include "AlignmentController.h"
#include "AlignmentFiles.h"
#include "AnnotationController.h"
#include "BookmarkController.h"
#include "DemoMaker.h"
#include "DemoOpener.h"
#include "DisplayController.h"
#include "ExportController.h"
#include "FileDialogs.h"
#include "FitNotices.h"
#include "FlickerKey.h"
#include "FolderController.h"
#include "GrayProfileDock.h"
#include "HelpDialogs.h"
#include "InterruptedExports.h"
#include "KeptFileWriter.h"
#include "MainMenus.h"
#include "OrientationController.h"
#include "OverlayController.h"
#include "PaneController.h"
#include "PaneSet.h"
#include "ProfileCatalog.h"
#include "ProfileController.h"
#include "ProfileLibrary.h"
#include "ProfileManager.h"
#include "PropertiesLoader.h"
#include "RecentFiles.h"
#include "RecentMenu.h"
#include "ReferenceMaker.h"
#include "Settings.h"
#include "ScreenModes.h"
#include "ShortcutSheet.h"
#include "Shortcuts.h"
#include "SlideSession.h"
#include "StateKeeper.h"
#include "TrainingController.h"
#include "ViewArea.h"
#include "ViewSaver.h"
#include "ViewerActions.h"
#include "compare/CompareView.h"
#include "export/ResumeBar.h"
#include "panels/AlignmentPanel.h"
#include "panels/ErrorText.h"
#include "panels/NoticeBar.h"
#include "panels/PathText.h"
#include "panels/ProfilePicker.h"
#include "panels/StatusLine.h"
#include "panels/ZoomBox.h"
#include "wizard/InterruptedBar.h"

namespace isostain {

namespace {

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kArrangementKey = QStringLiteral("window/arrangement");
const QString kSlideFolderKey = QStringLiteral("window/slideFolder");
const QString kProfileFolderKey = QStringLiteral("window/profileFolder");

bool isProfileFile(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("json") || suffix == QLatin1String("pth") || suffix == QLatin1String("pt");
}

PaneArrangement arrangementFromKey(const QString& key)
{
    for (const PaneArrangementEntry& entry : paneArrangements())
        if (key == QLatin1String(entry.key))
            return entry.arrangement;
    return PaneArrangement::Automatic;
}

QStringList slideFilters()
{
    return {MainWindow::tr("Slides and pictures (%1)")
                .arg(QStringLiteral("*.svs *.tif *.tiff *.ndpi *.vms *.vmu *.scn *.mrxs *.bif *.svslide *.dcm *.dzi *.png *.jpg *.jpeg")),
            MainWindow::tr("All files (*)")};
}

/// The first local file of a drag; empty where there is none.
QString draggedFile(const QMimeData& data)
{
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

}

MainWindow::MainWindow(const ViewerContext& context)
    : m_context(context),
      m_actions(new ViewerActions(this)),
      m_area(new ViewArea(context.slides, context.recentSlides, context.cache, context.scheduler)),
      m_view(m_area->view()),
      m_notice(new NoticeBar),
      m_warnings(new NoticeBar),
      m_resume(new ResumeBar),
      m_interruptedTraining(new InterruptedBar),
      m_alignmentPanel(new AlignmentPanel),
      m_status(new StatusLine),
      m_zoom(new ZoomBox),
      m_panes(new PaneController(context.panes, context.slides, context.profiles, context.recentProfiles, m_view, this)),
      m_profiles(new ProfileController(context.slides, context.panes, context.profiles, context.recentProfiles, this)),
      m_manager(new ProfileManager(context.bundledProfiles, context.library, context.recentProfiles, context.background, this)),
      m_alignment(new AlignmentController(*m_alignmentPanel, context.panes, context.slides, m_view, this)),
      m_alignmentFiles(new AlignmentFiles(context.background, context.slides, context.settings.store(), this)),
      m_annotations(new AnnotationController(*m_actions, m_view, context.slides, context.background, context.kept,
                                             context.settings.store(), context.annotations, *this)),
      m_bookmarks(new BookmarkController(*m_actions, m_view, context.slides, context.background, context.kept, context.bookmarks,
                                         *this)),
      m_demo(new DemoOpener(context.demo, context.slides, this)),
      m_references(new ReferenceMaker(context.background, context.slides, m_view, context.library, this)),
      m_grayProfile(new GrayProfileDock(m_view, context.cache, context.scheduler, *m_actions->grayProfile, this)),
      m_export(new ExportController(context.networks, context.background, context.savedExports, this)),
      m_interrupted(new InterruptedExports(context.savedExports, context.background, *m_resume, this)),
      m_training(new TrainingController({context.studies, context.background, context.settings.store(), context.library,
                                         context.slides, context.panes, *m_actions, *m_interruptedTraining},
                                        this)),
      m_recentMenu(new RecentMenu(context.recentSlides, this)),
      m_state(new StateKeeper({context.background, context.slides, context.panes, m_view}, context.session, this))
{
    auto* center = new QWidget;
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_warnings->setObjectName(QStringLiteral("fitWarnings"));
    column->addWidget(m_resume);
    column->addWidget(m_interruptedTraining);
    column->addWidget(m_notice);
    column->addWidget(m_warnings);
    column->addWidget(m_area, 1);
    column->addWidget(m_alignmentPanel);
    setCentralWidget(center);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_training->statusEntry());
    setAcceptDrops(true);
    addDockWidget(Qt::BottomDockWidgetArea, m_grayProfile);
    m_grayProfile->hide();

    makeMenus(*menuBar(), *m_actions, {*m_recentMenu, m_bookmarks->menu(), m_profiles->menu(), m_references->menu()});
    QToolBar* toolBar = makeToolBar(*this, *m_actions, m_profiles->picker(), *m_zoom);
    m_modes = new ScreenModes(*m_actions, *this, {menuBar(), toolBar}, {statusBar()});
    connect(m_modes, &ScreenModes::presentationChanged, this, &MainWindow::showSlideState);
    m_shortcuts = new Shortcuts(*m_actions, m_context.settings.store(), this);
    connectCommands();
    connectView();
    connectSessions();
    connectDemo();
    connectPanes();
    connectAlignment();
    connectAnnotations();
    connectSaver();
    new FlickerKey(m_view);
    new FolderController(*m_actions, m_context.slides, m_context.background, m_context.settings.store(), *this);
    auto* overlays = new OverlayController(*m_actions, m_view, m_context.background, m_context.settings.store());
    new OrientationController(*m_actions, m_view, overlays->overlays());
    m_display = new DisplayController(*m_actions, m_view, overlays->overlays(), m_context.background,
                                      m_context.settings.store(), this);
    connect(m_display, &DisplayController::failed, this, &MainWindow::showError);
    new FitNotices(m_context.panes, m_context.slides, *m_warnings, *m_status, this);

    setArrangement(arrangementFromKey(m_context.settings.store().value(kArrangementKey).toString()));
    showSlideState();
    // Large screens at a large scale are small ones; the rest is left to the frame.
    resize(QSize(1280, 820).boundedTo(screen()->availableSize() - QSize(16, 48)));
    restoreGeometry(m_context.settings.store().value(kGeometryKey).toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::connectCommands()
{
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::chooseSlide);
    connect(m_recentMenu, &RecentMenu::chosen, this, &MainWindow::openFile);
    connect(m_actions->makeDemo, &QAction::triggered, m_demo, &DemoOpener::request);
    connect(m_actions->exportSlide, &QAction::triggered, this, &MainWindow::showExport);
    connect(m_actions->properties, &QAction::triggered, this, &MainWindow::showProperties);
    connect(m_actions->closeSlide, &QAction::triggered, &m_context.slides, &SlideSession::close);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_actions->newWindow, &QAction::triggered, this, &MainWindow::newWindowRequested);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitRequested);

    connect(m_actions->sideBySide, &QAction::triggered, this, [this] { setCompareMode(CompareMode::SideBySide); });
    connect(m_actions->curtain, &QAction::triggered, this, [this] { setCompareMode(CompareMode::Curtain); });
    connect(m_actions->single, &QAction::triggered, this, [this] { setCompareMode(CompareMode::Single); });
    connect(m_actions->zoomIn, &QAction::triggered, this, [this] { m_view.zoomIn(); });
    connect(m_actions->zoomOut, &QAction::triggered, this, [this] { m_view.zoomOut(); });
    connect(m_actions->fit, &QAction::triggered, this, [this] { m_view.zoomToFit(); });
    connect(m_actions->actualPixels, &QAction::triggered, this, [this] { m_view.zoomTo(1); });
    for (const auto& each : m_actions->magnifications)
        connect(each.action, &QAction::triggered, this, [this, power = each.power] { zoomToMagnification(power); });

    connect(m_actions->normalize, &QAction::toggled, this, [this](bool isOn) {
        m_panes->setNormalizationShown(isOn ? NormalizationShown::Yes : NormalizationShown::No);
    });
    connect(&m_profiles->menu(), &ProfileMenu::browseRequested, this, [this] { chooseProfile(&m_context.panes.main()); });
    connect(m_actions->manageProfiles, &QAction::triggered, m_manager, &ProfileManager::show);
    connect(m_manager, &ProfileManager::useRequested, &m_profiles->menu(), &ProfileMenu::picked);
    connect(&m_context.library, &ProfileLibrary::changed, m_profiles, &ProfileController::showEntries);
    connect(m_actions->addPane, &QAction::triggered, this, [this] { addPane(); });
    connect(m_actions->nextPane, &QAction::triggered, this,
            [this] { m_context.panes.setMain((m_context.panes.mainIndex() + 1) % m_context.panes.count()); });
    connect(m_actions->closePane, &QAction::triggered, m_panes, &PaneController::closeMainPane);
    for (const auto& each : m_actions->arrangements)
        connect(each.action, &QAction::triggered, this, [this, arrangement = each.arrangement] { setArrangement(arrangement); });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        auto* sheet = new ShortcutSheet(*m_shortcuts, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    connect(m_actions->help, &QAction::triggered, this, [this] { makeHelpWindow(this)->show(); });
    connect(m_actions->about, &QAction::triggered, this, [this] { makeAboutDialog(this)->open(); });
}

void MainWindow::connectView()
{
    connect(m_area, &ViewArea::openRequested, this, &MainWindow::chooseSlide);
    connect(m_area, &ViewArea::demoRequested, m_demo, &DemoOpener::request);
    connect(&m_view, &CompareView::viewportChanged, m_status, &StatusLine::setViewport);
    connect(&m_view, &CompareView::viewportChanged, m_zoom, &ZoomBox::setViewport);
    connect(m_zoom, &ZoomBox::fitRequested, this, [this] {
        m_view.setFocus();
        m_view.zoomToFit();
    });
    connect(m_zoom, &ZoomBox::zoomRequested, this, [this](double zoom) {
        m_view.setFocus();
        m_view.zoomTo(zoom);
    });
    connect(&m_view, &CompareView::cursorMoved, m_status,
            [this](const CursorSample& sample) { m_status->setCursor(sample.level0, sample.source, sample.normalized); });
    connect(&m_view, &CompareView::cursorLeft, m_status, &StatusLine::clearCursor);
    connect(&m_view, &CompareView::tilesFailed, this,
            [this](const Error& error) { m_notice->showNotice(errorText(error), errorDetail(error)); });
    connect(&m_view, &CompareView::settled, this,
            [this] { m_status->setNote(m_view.isSoftwareFallback() ? tr("Drawn without graphics acceleration") : QString()); });
}

void MainWindow::connectSessions()
{
    connect(&m_context.slides, &SlideSession::slideChanged, this, [this] {
        m_status->setSlide(m_context.slides.slide());
        m_status->setViewport(m_view.viewport());
        m_zoom->setSlide(m_context.slides.slide());
        m_zoom->setViewport(m_view.viewport());
    });
    connect(&m_context.slides, &SlideSession::stateChanged, this, &MainWindow::showSlideState);
    connect(m_profiles, &ProfileController::noticed, m_notice, &NoticeBar::showNotice);
    connect(m_profiles, &ProfileController::succeeded, m_notice, &QWidget::hide);
    connect(m_export, &ExportController::openRequested, &m_context.slides, &SlideSession::open);
    connect(m_export, &ExportController::closeRefused, this, &MainWindow::closeRefused);
    connect(m_training, &TrainingController::closeRefused, this, &MainWindow::closeRefused);
    connect(m_interrupted, &InterruptedExports::resumeRequested, m_export, &ExportController::resume);
    connect(m_references, &ReferenceMaker::made, this, [this](const QString& path) { m_context.panes.main().pick(path); });
}

void MainWindow::connectDemo()
{
    connect(&m_context.demo, &DemoMaker::progressed, this, [this](int percent) {
        m_demoPercent = percent;
        showTask();
    });
    connect(m_demo, &DemoOpener::madeAside, this, [this](const QString& path) {
        if (m_context.settings.preferences().remembersRecentFiles)
            m_context.recentSlides.add(path);
        m_status->showNews(tr("The demo slide is ready: “Make a Demo Slide” opens it"));
    });
    connect(m_demo, &DemoOpener::failedAside, this, &MainWindow::showError);
}

void MainWindow::connectPanes()
{
    connect(&m_context.panes, &PaneSet::changed, this, &MainWindow::showPaneState);
    connect(&m_context.panes, &PaneSet::profileLoaded, this, [this] { m_actions->normalize->setChecked(true); });
    connect(&m_context.panes, &PaneSet::busyChanged, this, &MainWindow::showTask);
    connect(&m_context.panes, &PaneSet::failed, this, &MainWindow::showError);
    connect(m_references, &ReferenceMaker::failed, this, &MainWindow::showError);
    connect(m_references, &ReferenceMaker::busyChanged, this, &MainWindow::showTask);
    connect(m_panes, &PaneController::profileBrowseRequested, this, &MainWindow::chooseProfile);
    connect(m_panes, &PaneController::secondScanRequested, this, &MainWindow::chooseSecondScan);
    connect(&m_view, &CompareView::modeChanged, this, &MainWindow::setCompareMode);
}

void MainWindow::connectAlignment()
{
    connect(m_panes, &PaneController::alignmentRequested, m_alignment, [this](ViewerPane* pane) { m_alignment->begin(*pane); });
    connect(m_panes, &PaneController::alignmentLoadRequested, m_alignmentFiles,
            [this](ViewerPane* pane) { m_alignmentFiles->chooseAndLoad(*pane); });
    connect(m_panes, &PaneController::alignmentSaveRequested, m_alignmentFiles,
            [this](ViewerPane* pane) { m_alignmentFiles->chooseAndSave(*pane); });
    connect(m_alignmentFiles, &AlignmentFiles::failed, this, &MainWindow::showError);
    connect(m_alignmentFiles, &AlignmentFiles::loaded, this, [this](const QString& path) {
        m_alignment->end();
        m_notice->hide();
        m_status->showNews(tr("Placed as %1 says").arg(QFileInfo(path).fileName()));
    });
    connect(m_alignmentFiles, &AlignmentFiles::saved, this, [this](const QString& path) {
        m_status->showNews(tr("The alignment is saved as %1").arg(QFileInfo(path).fileName()));
    });
}

void MainWindow::connectAnnotations()
{
    connect(m_annotations, &AnnotationController::failed, this, &MainWindow::showError);
    connect(m_annotations, &AnnotationController::saved, this, [this](const QString& path) {
        m_status->showNews(tr("The annotations are saved as %1").arg(QFileInfo(path).fileName()));
    });
    connect(m_annotations, &AnnotationController::loaded, this, [this](const QString& path, int count) {
        m_status->showNews(tr("%n annotations read from %1", nullptr, count).arg(QFileInfo(path).fileName()));
    });
    connect(&m_context.kept, &KeptFileWriter::failed, this, &MainWindow::showError);
    connect(&m_context.kept, &KeptFileWriter::idle, this, &MainWindow::closeWhenIdle);
    connect(m_state, &StateKeeper::idle, this, &MainWindow::closeWhenIdle);
}

void MainWindow::connectSaver()
{
    auto* saver = new ViewSaver(*m_actions, m_view, m_context.background, m_context.settings.store(), this);
    connect(saver, &ViewSaver::copied, this, [this] { m_status->showNews(tr("The view is copied")); });
    connect(saver, &ViewSaver::failed, this, &MainWindow::showError);
    connect(saver, &ViewSaver::saved, this,
            [this](const QString& path) { m_status->showNews(tr("The view is saved as %1").arg(QFileInfo(path).fileName())); });
}

void MainWindow::openFile(const QString& path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    if (isProfileFile(file))
        m_context.panes.main().pick(file);
    else
        m_context.slides.open(file);
}

void MainWindow::setCompareMode(CompareMode mode)
{
    m_view.setMode(mode);
    m_actions->sideBySide->setChecked(mode == CompareMode::SideBySide);
    m_actions->curtain->setChecked(mode == CompareMode::Curtain);
    m_actions->single->setChecked(mode == CompareMode::Single);
}

void MainWindow::setArrangement(PaneArrangement arrangement)
{
    m_view.setArrangement(arrangement);
    m_actions->arrangements[std::size_t(arrangement)].action->setChecked(true);
    m_context.settings.store().setValue(kArrangementKey, QLatin1String(paneArrangements()[std::size_t(arrangement)].key));
}

void MainWindow::addPane(const QString& profileId)
{
    if (profileId.isEmpty())
        m_panes->addPane();
    else if (ViewerPane* pane = m_context.panes.add())
        pane->pick(profileId);
}

void MainWindow::lookForInterruptedExports()
{
    m_interrupted->look();
}

void MainWindow::lookForInterruptedTrainings()
{
    m_training->lookForInterrupted();
}

bool MainWindow::isSettled() const
{
    return m_context.slides.state() != SlideSession::State::Opening && !m_context.panes.isBusy() && !m_references->isBusy() &&
           m_grayProfile->isSettled() && m_display->isSettled() && (m_area->currentWidget() != &m_view || m_view.isSettled());
}

bool MainWindow::isWorking() const
{
    return m_export->isRunning() || m_training->isRunning();
}

void MainWindow::chooseSlide()
{
    QFileDialog* dialog = makeOpenDialog(tr("Open a Slide"), m_context.settings.store(), kSlideFolderKey, this);
    dialog->setNameFilters(slideFilters());
    connect(dialog, &QFileDialog::fileSelected, &m_context.slides, &SlideSession::open);
    dialog->open();
}

void MainWindow::chooseSecondScan(ViewerPane* pane)
{
    QFileDialog* dialog =
        makeOpenDialog(tr("Open a Second Scan of This Glass"), m_context.settings.store(), kSlideFolderKey, this);
    dialog->setNameFilters(slideFilters());
    connect(dialog, &QFileDialog::fileSelected, pane, &ViewerPane::openSecondScan);
    dialog->open();
}

void MainWindow::chooseProfile(ViewerPane* pane)
{
    QFileDialog* dialog = makeOpenDialog(tr("Choose a Stain Profile"), m_context.settings.store(), kProfileFolderKey, this);
    dialog->setNameFilters(
        {tr("Stain profiles and checkpoints (%1)").arg(QStringLiteral("*.json *.pth *.pt")), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, pane, &ViewerPane::pick);
    dialog->open();
}

void MainWindow::showProperties()
{
    if (m_context.slides.slide())
        openPropertiesDialog(m_context.slides.slide(), m_context.background, this);
}

void MainWindow::showExport()
{
    if (!m_context.slides.slide())
        return;
    const NormalizerSession& session = m_context.panes.main().session();
    const QString profile = ProfileCatalog::isFile(session.currentId()) ? session.currentId() : QString();
    m_export->show({m_context.slides.slide(), m_references->visibleRegion(), session.normalizer(), profile});
}

void MainWindow::zoomToMagnification(double power)
{
    const SlidePtr& slide = m_context.slides.slide();
    if (slide && slide->info().objectivePower)
        m_view.zoomTo(power / *slide->info().objectivePower);
}

void MainWindow::showError(const Error& error)
{
    if (error.code != ErrorCode::Cancelled)
        m_notice->showNotice(errorText(error), errorDetail(error));
}

void MainWindow::showPaneState()
{
    const bool isSourceAlone = m_context.panes.isSourceAlone();
    if (isSourceAlone != m_wasSourceAlone)
        m_actions->normalize->setChecked(!isSourceAlone);
    m_wasSourceAlone = isSourceAlone;
    const bool isShown = m_context.slides.state() == SlideSession::State::Open;
    for (QAction* action : {m_actions->sideBySide, m_actions->curtain, m_actions->single, m_actions->normalize, m_actions->closePane})
        action->setEnabled(!isSourceAlone && m_context.slides.slide());
    m_actions->nextPane->setEnabled(isShown && m_context.panes.count() > 1);
    m_actions->addPane->setEnabled(isShown && m_context.panes.canAdd());
}

void MainWindow::showTask()
{
    int percent = 100;
    bool isFitting = false;
    bool isOpening = false;
    for (int i = 0; i < m_context.panes.count(); ++i) {
        const ViewerPane& pane = m_context.panes.pane(i);
        isOpening = isOpening || pane.isOpeningScan();
        if (!pane.session().isBusy())
            continue;
        isFitting = true;
        percent = std::min(percent, pane.session().percent());
    }
    if (isFitting)
        m_status->setTask(tr("Preparing the stain profile… %1 %").arg(percent));
    else if (m_demoPercent >= 0)
        m_status->setTask(tr("Making a demo slide… %1 %").arg(m_demoPercent));
    else if (m_references->isBusy())
        m_status->setTask(tr("Fitting the reference…"));
    else if (isOpening)
        m_status->setTask(tr("Opening the second scan…"));
    else
        m_status->setTask({});
}

void MainWindow::showSlideState()
{
    const SlidePtr& slide = m_context.slides.slide();
    const bool isShown = m_context.slides.state() == SlideSession::State::Open;
    if (m_context.slides.state() == SlideSession::State::Opening)
        m_notice->hide();
    for (QAction* action : {m_actions->exportSlide, m_actions->properties, m_actions->zoomIn, m_actions->zoomOut,
                            m_actions->fit, m_actions->actualPixels})
        action->setEnabled(isShown);
    for (const auto& each : m_actions->magnifications)
        each.action->setEnabled(isShown && slide->info().objectivePower);
    m_actions->grayProfile->setEnabled(isShown);
    m_references->menu().setEnabled(isShown);
    m_actions->closeSlide->setEnabled(m_context.slides.state() != SlideSession::State::Empty);
    m_panes->showPanes();
    showPaneState();

    const QString name = slide ? QFileInfo(toFileName(slide->info().path)).fileName() : QString();
    setWindowTitle(name.isEmpty() || m_modes->isPresenting() ? tr("Isostain") : tr("%1 – Isostain").arg(name));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = draggedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(path);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_export->isRunning()) {
        event->ignore();
        m_export->askToCloseWindow();
        return;
    }
    if (m_training->isRunning()) {
        event->ignore();
        m_training->askToCloseWindow();
        return;
    }
    m_state->flush();
    m_isClosing = m_context.kept.isBusy() || m_state->isBusy();
    if (m_isClosing) {
        event->ignore();
        return;
    }
    m_context.settings.store().setValue(kGeometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
    emit closed();
}

void MainWindow::closeWhenIdle()
{
    if (m_isClosing)
        close();
}

}
