#pragma once

#include <QObject>

#include "ViewerPane.h"

class QSettings;

namespace isostain {

/// Saves where a pane's second scan lies, and places it as a file says: one that was saved here or by registration. Files are
/// read and written in the background. GUI thread only.
class AlignmentFiles : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the object, save for panes. `store` keeps the folder last used.
    AlignmentFiles(Background& background, SlideSession& slides, QSettings& store, QWidget* window);

    /// Asks for the file. The pane has to show a second scan, for saving one that has been placed.
    void chooseAndLoad(ViewerPane& pane);
    void chooseAndSave(ViewerPane& pane);
    /// An existing file is replaced.
    void save(ViewerPane& pane, const QString& path);
    /// A pane that is gone or shows something else by the time the file has been read is left alone.
    void load(ViewerPane& pane, const QString& path);

signals:
    void saved(const QString& path);
    void loaded(const QString& path);
    void failed(const isostain::Error& error);

private:
    Background& m_background;
    SlideSession& m_slides;
    QSettings& m_store;
    QWidget* m_window;
};

}
