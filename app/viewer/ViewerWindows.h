#pragma once

#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QString>

#include "MainWindow.h"
#include "StateKeeper.h"
#include "ViewerWindow.h"

namespace isostain {

/// All windows of the program: opens and closes them, brings back those of the last time, and builds them anew when the language
/// changes. GUI thread only.
class ViewerWindows : public QObject {
    Q_OBJECT

public:
    /// What the first window shows is kept in `session`, what the others show in files beside it. Everything of `services`
    /// outlives the object.
    ViewerWindows(const ViewerServices& services, QString session, QString demoFolder);
    ~ViewerWindows() override;

    /// Not shown yet; added() follows.
    ViewerWindow& add();
    ViewerWindow& first() { return *m_windows.front(); }
    int count() const { return int(m_windows.size()); }

    /// Shows what the windows showed last, in as many windows, unless the first shows something by then, and keeps it from then
    /// on.
    void restore();
    /// Whether what windows show is kept from now on; what is kept of windows that are not open is forgotten.
    void setKeeping(StateKeeper::Keeping keeping);
    /// Windows that speak the language that is set now, with what the present ones show.
    void rebuild();
    /// An export or a training runs in one of them.
    bool isWorking() const;
    /// Closes all windows; what each shows is kept. Those with an export or a training first: who refuses there keeps them all.
    void quit();

signals:
    void added(isostain::ViewerWindow* window);
    void settingsRequested(isostain::MainWindow* window);

private:
    std::unique_ptr<ViewerWindow> make(int number);
    ViewerWindow& append(int number);
    QString sessionFile(int number) const;
    void openBeside(const MainWindow& window);
    void restore(ViewerWindow& window);
    /// By number: of windows that are not open.
    std::vector<std::pair<int, std::filesystem::path>> sessionsOfOthers() const;
    void closed(ViewerWindow* window);
    void goOnQuitting();
    /// Deletes it as soon as nothing of its own runs, and before the services end.
    void leave(std::unique_ptr<ViewerWindow> window);

    ViewerServices m_services;
    QString m_session;
    QString m_demoFolder;
    StateKeeper::Keeping m_keeping = StateKeeper::Keeping::Off;
    std::vector<std::unique_ptr<ViewerWindow>> m_windows; ///< the last one stays when it is closed
    std::vector<QPointer<ViewerWindow>> m_leaving;
    bool m_isQuitting = false;
};

}
