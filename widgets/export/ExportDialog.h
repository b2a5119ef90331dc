#pragma once

#include <vector>

#include <QDialog>
#include <QStringList>
#include <QTimer>

#include "base/Progress.h"
#include "export/ExportJob.h"
#include "export/ExportRunner.h"

class QLabel;
class QLineEdit;
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
};

/// Exports the open slide and others through the chosen normalizer, with progress and one line per result. Not modal: the
/// slide can be looked at meanwhile. Closing during an export asks first. GUI thread only.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(const ExportSetup& setup, QWidget* parent = nullptr);
    ~ExportDialog() override;

    bool isRunning() const { return m_runner.isRunning(); }
    void addSlides(const QStringList& fileNames);
    /// What the user has chosen, to begin the next dialog with.
    QString folder() const;
    ExportOptions options() const;

public slots:
    void startExport();
    void cancelExport();
    /// Asks first when an export is running.
    void reject() override;

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void addTarget(const ExportSetup& setup);
    QLayout* makeButtons();
    void chooseFolder();
    void openFolder();
    void askToStop();
    void forgetResults();
    void showResult(const ExportResult& result);
    void showProgress();
    void showFinished();
    void updateState();

    NormalizerPtr m_normalizer;
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
    EtaMeter m_eta;
    QTimer m_timer;
    ExportRunner m_runner;
};

}
