#pragma once

#include <QWidget>

#include "slide/Slide.h"

class QTableView;
class QToolButton;

namespace isostain {

class AnnotationStore;
class AnnotationTableModel;

/// The list of annotations with what can be done to the selected ones. GUI thread only.
class AnnotationPanel : public QWidget {
    Q_OBJECT

public:
    /// The store outlives the panel.
    explicit AnnotationPanel(AnnotationStore& store, QWidget* parent = nullptr);

    void setSlide(SlidePtr slide);

signals:
    /// A row was double-clicked beside its texts, or Enter was pressed.
    void goRequested(int index);
    void loadRequested();
    void saveRequested();

private:
    void showButtons();
    void selectRows();
    void takeSelection();
    void chooseColor();
    void toggleLock();

    AnnotationStore& m_store;
    AnnotationTableModel* m_model;
    QTableView* m_table;
    QToolButton* m_go;
    QToolButton* m_color;
    QToolButton* m_lock;
    QToolButton* m_delete;
    QToolButton* m_save;
    bool m_isSelecting = false;
};

}
