#pragma once

#include <QObject>
#include <QPointer>

#include "export/ExportDialog.h"

namespace isostain {

class Background;

/// Opens the export dialog for what the window shows, one at a time, and lets the next one begin where the last one ended.
/// GUI thread only.
class ExportController : public QObject {
    Q_OBJECT

public:
    /// What the window shows.
    struct Shown {
        SlidePtr slide;
        std::optional<PixelRect> region; ///< of the slide's level 0, in the view
        NormalizerPtr normalizer;
        QString profileFile; ///< that the normalizer's profile was read from; may be empty
    };

    /// `savedFolder`: where running exports are kept for the case of a crash.
    ExportController(NetworkLoader networks, Background& background, QString savedFolder, QWidget* window);

    /// A dialog that is open already comes to the front and takes all of this on, unless it is exporting.
    void show(const Shown& shown);
    /// Opens the dialog as it was when an export was interrupted, in place of an open one, unless that is exporting.
    void resume(const SavedExport& saved);
    bool isRunning() const { return m_dialog && m_dialog->isRunning(); }
    /// Asks whether to stop the running export, and closes the window if so, once the export has stopped.
    void askToCloseWindow();

signals:
    /// To show an exported slide.
    void openRequested(const QString& slide);
    /// The export goes on, and the window stays.
    void closeRefused();

private:
    void open(const ExportSetup& setup);
    void bringForward();
    void closeWindow();

    NetworkLoader m_networks;
    Background& m_background;
    QString m_savedFolder;
    QWidget* m_window;
    QPointer<ExportDialog> m_dialog;
    QPointer<QMessageBox> m_question;
    ExportSetup m_next; ///< what the user chose last
};

}
