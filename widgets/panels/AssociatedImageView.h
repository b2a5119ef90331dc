#pragma once

#include <QFrame>
#include <QImage>

class QLabel;
class QPushButton;

namespace isostain {

/// One associated image of a slide under its name. Those that may show a patient's name (label, macro) wait behind a button.
class AssociatedImageView : public QFrame {
    Q_OBJECT

public:
    explicit AssociatedImageView(QString name, QWidget* parent = nullptr);

    bool isPrivate() const;
    void setImage(const QImage& image);
    void setText(const QString& text);

signals:
    void requested(const QString& name);

private:
    QString m_name;
    QLabel* m_picture;
    QPushButton* m_show = nullptr;
};

}
