#pragma once

#include <QTimer>

namespace isostain {

class MainWindow;

/// Waits until the window has settled, writes it to a PNG file, and says so. GUI thread only.
class Screenshot : public QObject {
    Q_OBJECT

public:
    enum class Outcome { Written, Unsettled, Unwritable };

    Screenshot(MainWindow& window, QString path);

signals:
    /// Unsettled: written, but something was still missing after a minute.
    void finished(isostain::Screenshot::Outcome outcome);

private:
    void look();
    void write(Outcome outcome);

    MainWindow& m_window;
    QString m_path;
    QTimer m_timer;
    int m_looks = 0;
    int m_settledLooks = 0;
};

}
