#pragma once

#include <vector>

#include <QDialog>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include "base/Progress.h"
#include "export/ExportJob.h"
#include "export/ExportRunner.h"

class QLabel;
class QLineEdit;
class QMessageBox;
class QProgressBar;
class QPushButton;

namespace isostain {

class ExportOptionsForm;
class ExportSlideList;

/// What the dialog begins with.
struct ExportSetup {
    QStringList slides;
    NormalizerPtr normalizer;   ///< null: the dialog asks to choose a profile first
    QString folder;             ///< empty: the folder "normalized" beside the first slide
    ExportOptions options;
    NetworkLoader networks = {};     ///< asked for by spatial profiles alone
};

/// Exports the open slide and others through the chosen normalizer, with progress and one line per result. Not modal: the
/// slide can be looked at meanwhile. Closing during an export asks first, once at a time. GUI thread only.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(const ExportSetup& setup, QWidget* parent = nullptr);
    ~ExportDialog() override;

    bool isRunning() const { return m_runner.isRunning(); }
    /// Does nothing while an export is running, as setNormalizer().
    void addSlides(const QStringList& fileNames);
    /// Null: as in ExportSetup. With another one all slides are to be exported anew.
    void setNormalizer(const NormalizerPtr& normalizer);
    /// What the user has chosen, to begin the next dialog with.
    QString folder() const;
    ExportOptions options() const;

public slots:
    void startExport();
    void cancelExport();
    /// Closes without a question, as soon as what is running has stopped.
    void cancelAndClose();
    /// Asks first when an export is running.
    void reject() override;

private:
    void addTarget(const ExportSetup& setup);
    QLayout* makeButtons();
    void chooseFolder();
    void openFolder();
    void forgetResults();
    void showResult(const ExportResult& result);
    void showProgress();
    void showFinished();
    void updateState();

    NormalizerPtr m_normalizer;
    NetworkLoader m_networks;
    QLabel* m_profile;
    ExportSlideList* m_slides;
    QLineEdit* m_folder;
    ExportOptionsForm* m_options;
    QProgressBar* m_bar;
    QLabel* m_status;
    QPushButton* m_export;
    QPushButton* m_cancel;
    QPushButton* m_openFolder;
    QPushButton* m_close;
    std::vector<int> m_running;     ///< rows of the job under way, in its order
    std::size_t m_finished = 0;     ///< of them
    bool m_closesWhenFinished = false;
    QPointer<QMessageBox> m_question;
    EtaMeter m_eta;
    QTimer m_timer;
    ExportRunner m_runner;
};

}
