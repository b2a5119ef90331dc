#pragma once

#include <QObject>

#include "annotate/AnnotationStore.h"
#include "base/Error.h"

class QDockWidget;
class QMainWindow;
class QSettings;

namespace isostain {

class AnnotationKeeper;
class AnnotationLayer;
class AnnotationPanel;
class Background;
class CompareView;
class KeptFileWriter;
class SlideSession;
class ViewerActions;

/// Annotations in the window: the commands that draw them, their list, and their files. GUI thread only.
class AnnotationController : public QObject {
    Q_OBJECT

public:
    /// All outlive the object, the window owns it. `folder`: see AnnotationKeeper.
    AnnotationController(ViewerActions& actions, CompareView& view, SlideSession& slides, Background& background,
                         KeptFileWriter& writer, QSettings& settings, const QString& folder, QMainWindow& window);
    ~AnnotationController() override;

    AnnotationStore& store() { return m_store; }
    QDockWidget& dock() { return *m_dock; }

    /// Adds a file's annotations. In the background.
    void load(const QString& path);
    /// An existing file is replaced. In the background.
    void save(const QString& path);

signals:
    void failed(const isostain::Error& error);
    void saved(const QString& path);
    void loaded(const QString& path, int count);

private:
    void connectActions();
    void chooseTool(int tool);
    void followView();
    void showSlide();
    void goTo(int index);
    void chooseAndLoad();
    void chooseAndSave();

    ViewerActions& m_actions;
    CompareView& m_view;
    SlideSession& m_slides;
    Background& m_background;
    QSettings& m_settings;
    QMainWindow& m_window;
    AnnotationStore m_store;
    AnnotationLayer* m_layer;
    AnnotationKeeper* m_keeper;
    AnnotationPanel* m_panel;
    QDockWidget* m_dock;
};

}
