#pragma once

#include <QWidget>

class QPushButton;

namespace isostain {

/// The commands of an export, as far as they make sense. GUI thread only.
class ExportButtons : public QWidget {
    Q_OBJECT

public:
    struct State {
        bool isRunning = false;
        bool isPaused = false;
        bool isStopping = false;
        bool canExport = false; ///< there is something to export and all that it takes
        bool canRetry = false;
        bool hasOutputs = false;
        bool hasReport = false; ///< something became of at least one slide
    };

    explicit ExportButtons(QWidget* parent = nullptr);

    void setState(const State& state);

signals:
    void exportClicked();
    void retryClicked();
    void pauseClicked();
    void stopClicked();
    void closeClicked();
    void folderClicked();
    void reportClicked();

private:
    QPushButton* m_folder;
    QPushButton* m_report;
    QPushButton* m_retry;
    QPushButton* m_export;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_close;
};

}
