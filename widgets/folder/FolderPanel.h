#pragma once

#include <QWidget>

#include "handover/StoppableJob.h"
#include "slide/Slide.h"

class QLabel;
class QProgressBar;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace isostain {

class FolderSlides;

/// The slides of a folder as a list with pictures and stain statistics, to open them and to see which is stained unlike the
/// others. They are read one after the other in the background, while the panel is shown. GUI thread only.
class FolderPanel : public QWidget {
    Q_OBJECT

public:
    using Opener = std::function<Result<SlidePtr>(const std::filesystem::path&)>;

    FolderPanel(Background& background, Opener opener, QWidget* parent = nullptr);
    ~FolderPanel() override;

    /// Lists the slides of a folder, unless it is the one that is listed.
    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    /// The slide that the window shows; empty: none.
    void setCurrent(const QString& path);
    const FolderSlides& slides() const { return *m_slides; }
    QSize sizeHint() const override;

signals:
    void openRequested(const QString& path);
    void folderRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeTree();
    void list();
    void goOn();
    void copy();
    void showState();

    Background& m_background;
    Opener m_opener;
    FolderSlides* m_slides;
    QSortFilterProxyModel* m_sorted;
    QTreeView* m_tree;
    QLabel* m_name;
    QLabel* m_state;
    QProgressBar* m_progress;
    QToolButton* m_copy;
    StoppableJob m_listing;
    StoppableJob m_reading;
    QString m_folder;
    QString m_problem; ///< why the folder cannot be listed
    bool m_isListed = false;
};

}
