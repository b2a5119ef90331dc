#include "AnnotationController.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>

#include "AnnotationKeeper.h"
#include "FileDialogs.h"
#include "SlideSession.h"
#include "ViewerActions.h"
#include "annotate/AnnotationLayer.h"
#include "annotate/AnnotationPanel.h"
#include "annotation/AnnotationFile.h"
#include "annotation/AnnotationMeasures.h"
#include "compare/CompareView.h"
#include "handover/Background.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

const QString kFolderKey = QStringLiteral("window/annotationFolder");
const QString kSuffix = QStringLiteral("geojson");
constexpr double kRoomAround = 1.5; ///< what is gone to fills the view by one over this

QStringList filters()
{
    return {AnnotationController::tr("Annotations (%1)").arg(QStringLiteral("*.geojson *.json")),
            AnnotationController::tr("All files (*)")};
}

}

AnnotationController::AnnotationController(ViewerActions& actions, CompareView& view, SlideSession& slides,
                                           Background& background, KeptFileWriter& writer, QSettings& settings,
                                           const QString& folder, QMainWindow& window)
    : QObject(&window),
      m_actions(actions),
      m_view(view),
      m_slides(slides),
      m_background(background),
      m_settings(settings),
      m_window(window),
      m_layer(new AnnotationLayer(view, m_store, this)),
      m_keeper(new AnnotationKeeper(background, writer, m_store, folder, this)),
      m_panel(new AnnotationPanel(m_store)),
      m_dock(new QDockWidget(tr("Annotations"), &window))
{
    m_dock->setObjectName(QStringLiteral("annotationDock"));
    m_dock->setWidget(m_panel);
    window.addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dock->hide();

    connectActions();
    connect(&view, &CompareView::toolChanged, this, &AnnotationController::followView);
    connect(&slides, &SlideSession::slideChanged, this, &AnnotationController::showSlide);
    connect(m_keeper, &AnnotationKeeper::failed, this, &AnnotationController::failed);
    connect(m_panel, &AnnotationPanel::goRequested, this, &AnnotationController::goTo);
    connect(m_panel, &AnnotationPanel::loadRequested, this, &AnnotationController::chooseAndLoad);
    connect(m_panel, &AnnotationPanel::saveRequested, this, &AnnotationController::chooseAndSave);
    followView();
}

AnnotationController::~AnnotationController()
{
    // The stack tells of its end, and the window's commands are gone by then.
    m_store.undoStack().disconnect(this);
    m_store.disconnect(this);
}

void AnnotationController::connectActions()
{
    for (const auto& each : m_actions.drawingTools)
        connect(each.action, &QAction::triggered, this, [this, tool = each.tool] { chooseTool(int(tool)); });
    connect(m_actions.pan, &QAction::triggered, this, [this] { m_view.setTool(ViewTool::Pan); });
    connect(m_actions.annotationsShown, &QAction::toggled, m_layer, &AnnotationLayer::setAnnotationsShown);
    connect(m_actions.annotationList, &QAction::toggled, m_dock, &QWidget::setVisible);
    connect(m_dock, &QDockWidget::visibilityChanged, this,
            [this] { m_actions.annotationList->setChecked(!m_dock->isHidden()); });
    connect(m_actions.loadAnnotations, &QAction::triggered, this, &AnnotationController::chooseAndLoad);
    connect(m_actions.saveAnnotations, &QAction::triggered, this, &AnnotationController::chooseAndSave);

    QUndoStack& undo = m_store.undoStack();
    connect(m_actions.undo, &QAction::triggered, &undo, &QUndoStack::undo);
    connect(m_actions.redo, &QAction::triggered, &undo, &QUndoStack::redo);
    const auto showUndo = [this, &undo] {
        m_actions.undo->setEnabled(undo.canUndo());
        m_actions.undo->setText(undo.canUndo() ? tr("&Undo %1").arg(undo.undoText()) : tr("&Undo"));
        m_actions.redo->setEnabled(undo.canRedo());
        m_actions.redo->setText(undo.canRedo() ? tr("Re&do %1").arg(undo.redoText()) : tr("Re&do"));
    };
    connect(&undo, &QUndoStack::indexChanged, this, showUndo);
    showUndo();
    connect(&m_store, &AnnotationStore::changed, this,
            [this] { m_actions.saveAnnotations->setEnabled(!m_store.annotations().empty()); });
    m_actions.saveAnnotations->setEnabled(false);
}

void AnnotationController::chooseTool(int tool)
{
    m_layer->setTool(static_cast<DrawingTool>(tool));
    m_actions.annotationsShown->setChecked(true);
    m_view.setTool(ViewTool::Layer);
    followView();
    m_view.setFocus();
}

void AnnotationController::followView()
{
    m_actions.pan->setChecked(m_view.tool() == ViewTool::Pan);
    for (const auto& each : m_actions.drawingTools)
        each.action->setChecked(m_view.tool() == ViewTool::Layer && m_layer->tool() == each.tool);
}

void AnnotationController::showSlide()
{
    const SlidePtr slide = m_slides.slide();
    m_keeper->setSlide(slide);
    m_panel->setSlide(slide);
    for (const auto& each : m_actions.drawingTools)
        each.action->setEnabled(slide != nullptr);
    m_actions.loadAnnotations->setEnabled(slide != nullptr);
    if (!slide && m_view.tool() == ViewTool::Layer)
        m_view.setTool(ViewTool::Pan);
}

void AnnotationController::goTo(int index)
{
    if (index < 0 || index >= int(m_store.annotations().size()))
        return;
    const cv::Rect2d bounds = boundsOf(*m_store.annotations()[std::size_t(index)]);
    Viewport viewport = m_view.viewport();
    viewport.center = {bounds.x + bounds.width / 2, bounds.y + bounds.height / 2};
    // What fits stays at its size: whoever counts mitoses does not want another magnification.
    const double fits =
        std::min(viewport.width / std::max(1.0, bounds.width), viewport.height / std::max(1.0, bounds.height)) / kRoomAround;
    viewport.zoom = std::min(viewport.zoom, fits);
    m_view.setViewport(viewport);
}

void AnnotationController::chooseAndLoad()
{
    QFileDialog* dialog = makeOpenDialog(tr("Load Annotations"), m_settings, kFolderKey, &m_window);
    dialog->setNameFilters(filters());
    connect(dialog, &QFileDialog::fileSelected, this, &AnnotationController::load);
    dialog->open();
}

void AnnotationController::chooseAndSave()
{
    const SlidePtr slide = m_slides.slide();
    if (!slide)
        return;
    const QString name = QFileInfo(toFileName(slide->info().path)).completeBaseName() + QLatin1Char('.') + kSuffix;
    QFileDialog* dialog = makeSaveDialog(tr("Save Annotations"), name, kSuffix, m_settings, kFolderKey, &m_window);
    dialog->setNameFilters(filters());
    connect(dialog, &QFileDialog::fileSelected, this, &AnnotationController::save);
    dialog->open();
}

void AnnotationController::load(const QString& path)
{
    m_background.run(
        this, [file = toPath(path)] { return readAnnotationFile(file); },
        [this, path, slide = m_slides.slide()](Result<std::vector<Annotation>> read) {
            if (slide != m_slides.slide())
                return;
            if (!read) {
                emit failed(read.error());
                return;
            }
            const int count = int(read->size());
            m_store.addAll(std::move(*read), tr("Load"));
            m_actions.annotationsShown->setChecked(true);
            emit loaded(path, count);
        });
}

void AnnotationController::save(const QString& path)
{
    m_background.run(
        this,
        [file = toPath(path), annotations = m_store.annotations()] {
            return writeAnnotationFile(valuesOf(annotations), file, Overwrite::Yes);
        },
        [this, path](const Result<void>& written) {
            if (written)
                emit saved(path);
            else
                emit failed(written.error());
        });
}

}
