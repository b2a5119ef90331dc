#pragma once

#include <QStringList>
#include <QWidget>

#include "export/ExportQueue.h"

class QLabel;
class QPushButton;
class QTableView;

namespace isostain {

class Background;

/// The slides of an export and what became of each. Slides and folders of slides are added by a dialog or by dropping them,
/// and removed, unless the list is locked; folders are searched in the background. GUI thread only.
class ExportSlideList : public QWidget {
    Q_OBJECT

public:
    enum class Editing { Allowed, Locked };

    explicit ExportSlideList(Background& background, QWidget* parent = nullptr);

    ExportQueue& queue() { return *m_queue; }
    const ExportQueue& queue() const { return *m_queue; }

    /// Slides as they are, and those that findSlides() finds in folders; they come later.
    void addPaths(const QStringList& slidesAndFolders);
    void setEditing(Editing editing);
    /// Brings a row into view.
    void showRow(int row);

signals:
    /// To show the output of a slide that is done.
    void openRequested(const QString& output);
    /// Searching for slides has begun, or ended with these new ones.
    void searching();
    void searched(int added);
    /// A folder could not be searched.
    void failed(const isostain::Error& error);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTable();
    void chooseSlides();
    void chooseFolder();
    void removeSelected();
    void openSelected();
    void takeFound(const Result<std::vector<std::filesystem::path>>& found);
    std::vector<int> selectedRows() const;
    void updateState();

    Background& m_background;
    ExportQueue* m_queue;
    QTableView* m_table;
    QLabel* m_hint;
    QPushButton* m_add;
    QPushButton* m_addFolder;
    QPushButton* m_remove;
    QPushButton* m_open;
    Editing m_editing = Editing::Allowed;
    int m_searches = 0; ///< under way
};

}
