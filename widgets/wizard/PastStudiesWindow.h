#pragma once

#include <set>

#include <QDialog>
#include <QPointer>

#include "handover/StoppableJob.h"
#include "wizard/StudyBackend.h"

class QLabel;
class QMessageBox;
class QPushButton;
class QTableWidget;

namespace isostain {

/// The studies of some folders: to look at again, go on with, compare and delete. GUI thread only.
class PastStudiesWindow : public QDialog {
    Q_OBJECT

public:
    /// Everything outlives the window.
    PastStudiesWindow(const StudyBackend& backend, Background& background, QWidget* parent = nullptr);

    /// Reads the studies in these folders.
    void load(const std::vector<std::filesystem::path>& folders);
    /// While a study runs no other one can be opened or gone on with.
    void setRunning(const std::filesystem::path& study);
    const std::vector<StudyEntry>& entries() const { return m_entries; }

signals:
    void openRequested(const isostain::StudyEntry& entry);
    void resumeRequested(const isostain::StudyEntry& entry);

private:
    QWidget* makeButtons();
    void take(std::vector<StudyEntry> entries);
    void showEntries();
    void showState();
    std::vector<StudyEntry> selected() const;
    void compare();
    void askToDelete();
    void remove(const std::vector<StudyEntry>& entries);

    StudyBackend m_backend;
    Background& m_background;
    StoppableJob m_job;
    StoppableJob m_comparison;
    std::vector<std::filesystem::path> m_folders;
    std::vector<StudyEntry> m_entries;
    std::filesystem::path m_running; ///< empty: none
    QTableWidget* m_table;
    QLabel* m_status;
    QPushButton* m_open;
    QPushButton* m_resume;
    QPushButton* m_compare;
    QPushButton* m_delete;
    QPointer<QMessageBox> m_question;
};

}
