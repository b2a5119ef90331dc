#pragma once

#include <QStringList>
#include <QWidget>

#include "export/ExportJob.h"

class QPushButton;
class QTableWidget;

namespace isostain {

/// The slides of an export and what became of each. Slides are added by a dialog or by dropping files, and removed, unless
/// the list is locked. GUI thread only.
class ExportSlideList : public QWidget {
    Q_OBJECT

public:
    enum class Editing { Allowed, Locked };

    explicit ExportSlideList(QWidget* parent = nullptr);

    /// Those that are in the list already are not added again.
    void addSlides(const QStringList& fileNames);
    QStringList slides() const;
    int count() const;
    /// Whether the slide at `index` was exported since resetStates().
    bool isDone(int index) const;
    /// Slides that have failed since resetStates().
    int failedCount() const;

    void setEditing(Editing editing);
    void resetStates();
    void showWaiting(int index);
    void showRunning(int index);
    void showCancelled(int index);
    void showResult(int index, const ExportResult& result);

signals:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class State { Waiting, Running, Done, Failed, Cancelled };
    void chooseSlides();
    void removeSelected();
    void showState(int index, State state, const QString& text, const QString& detail = {});
    State stateOf(int index) const;
    void updateButtons();

    QTableWidget* m_table;
    QPushButton* m_add;
    QPushButton* m_remove;
    Editing m_editing = Editing::Allowed;
};

}
