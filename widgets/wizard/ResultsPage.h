#pragma once

#include <memory>
#include <optional>

#include "wizard/ResultItems.h"
#include "handover/StoppableJob.h"
#include "wizard/StudyBackend.h"
#include "wizard/WizardPage.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace isostain {

/// What a study found, and what can be done with it. GUI thread only.
class ResultsPage : public WizardPage {
    Q_OBJECT

public:
    ResultsPage(const StudyBackend& backend, Background& background, QWidget* parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    QString problem() const override;

    /// Reads the results of a study; what was shown before goes.
    void load(const std::filesystem::path& study);
    const std::shared_ptr<const StudyResults>& results() const { return m_results; }
    /// What became of a request: a sentence.
    void showNews(const QString& text);
    /// While a request is being carried out no other one can be made.
    void setBusy(const QString& text);

signals:
    /// Of the trained StainNet.
    void keepRequested(const std::filesystem::path& profile, const QString& name);
    void showOnSlideRequested(const std::filesystem::path& profile);
    void reportRequested(const std::filesystem::path& study);

private:
    QWidget* makeActions();
    void take(const Result<StudyResults>& results);
    void showItem(int row);
    void showState();

    StudyBackend m_backend;
    StoppableJob m_job;
    Background& m_background;
    std::vector<ResultItem> m_items;
    std::filesystem::path m_study;
    std::shared_ptr<const StudyResults> m_results;
    QString m_problem;
    bool m_isBusy = false;
    QListWidget* m_list;
    QStackedWidget* m_views;
    QLabel* m_status;
    QLineEdit* m_name;
    QPushButton* m_keep;
    QPushButton* m_show;
    QPushButton* m_report;
};

}
